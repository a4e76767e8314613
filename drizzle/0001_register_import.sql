CREATE TABLE "register_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea",
	"counts" jsonb,
	"imported_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "ownership" ADD COLUMN "share" text;--> statement-breakpoint
ALTER TABLE "ownership" ADD COLUMN "registered_on" date;--> statement-breakpoint
ALTER TABLE "household" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_import_community_id_created_at_index" ON "register_import" USING btree ("community_id","created_at");--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_household_per_code" ON "household" USING btree ("community_id","code") WHERE "household"."ended_at" is null;