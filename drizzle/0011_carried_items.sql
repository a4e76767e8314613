CREATE TABLE "carried_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_item_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"entry_id" text NOT NULL,
	"released_at" timestamp (3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_from_item_id_agenda_item_id_fk" FOREIGN KEY ("from_item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carried_item_meeting_id_index" ON "carried_item" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carried_to_one_meeting" ON "carried_item" USING btree ("from_item_id") WHERE "carried_item"."released_at" is null;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;