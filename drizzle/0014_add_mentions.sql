CREATE TABLE "mention" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"block" text NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "told_once_of_a_mention" UNIQUE("meeting_id","block","person_id")
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "mentions_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mentions_to_tell" ON "mention" USING btree ("seen_at") WHERE told_at is null;