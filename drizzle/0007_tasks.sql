CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"block" text NOT NULL,
	"from_item" boolean NOT NULL,
	"quoted" text NOT NULL,
	"title" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" text,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"raised_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "a_settled_task_says_how" CHECK (("task"."state" = 'open') = ("task"."outcome" is null and "task"."settled_at" is null and "task"."settled_by" is null))
);
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_raised_by_person_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_meeting_id_index" ON "task" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "task_open_of" ON "task" USING btree ("organisation_id") WHERE "task"."state" = 'open';