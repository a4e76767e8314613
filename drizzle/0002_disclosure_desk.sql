CREATE TABLE "disclosure_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"disclosure_id" uuid NOT NULL,
	"step" text NOT NULL,
	"person_id" uuid NOT NULL,
	"note" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "disclosure_organisation_id_index";--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "first_id" uuid;--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "correction_note" text;--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "occurred_on" date;--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "findings" jsonb;--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "submitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "disclosure_step" ADD CONSTRAINT "disclosure_step_disclosure_id_disclosure_id_fk" FOREIGN KEY ("disclosure_id") REFERENCES "public"."disclosure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_step" ADD CONSTRAINT "disclosure_step_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disclosure_step_disclosure_id_index" ON "disclosure_step" USING btree ("disclosure_id");--> statement-breakpoint
CREATE INDEX "disclosure_organisation_id_state_index" ON "disclosure" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "disclosure_source_type_source_id_index" ON "disclosure" USING btree ("source_type","source_id");