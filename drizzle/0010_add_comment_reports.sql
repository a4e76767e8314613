CREATE TABLE "comment_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "one_report_each" UNIQUE("comment_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "appeal" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "appealed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "appeal_answer" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "appeal_decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "appeal_decided_by" uuid;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "stance" text;--> statement-breakpoint
ALTER TABLE "comment_report" ADD CONSTRAINT "comment_report_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_report" ADD CONSTRAINT "comment_report_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_appeal_decided_by_person_id_fk" FOREIGN KEY ("appeal_decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;