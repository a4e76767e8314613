CREATE TABLE "corrigendum" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"block" text NOT NULL,
	"quoted" text NOT NULL,
	"corrected" text NOT NULL,
	"reason" text NOT NULL,
	"issued_by" uuid NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"sealed_hash" text NOT NULL,
	"sealed_content" jsonb NOT NULL,
	CONSTRAINT "corrigenda_are_numbered" UNIQUE("meeting_id","number")
);
--> statement-breakpoint
CREATE TABLE "corrigendum_signature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"corrigendum_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" text NOT NULL,
	"stance" text NOT NULL,
	"text" text,
	"hash" text NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "corrigendum" ADD CONSTRAINT "corrigendum_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrigendum" ADD CONSTRAINT "corrigendum_issued_by_person_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrigendum_signature" ADD CONSTRAINT "corrigendum_signature_corrigendum_id_corrigendum_id_fk" FOREIGN KEY ("corrigendum_id") REFERENCES "public"."corrigendum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrigendum_signature" ADD CONSTRAINT "corrigendum_signature_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrigendum_signature" ADD CONSTRAINT "corrigendum_signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_signature_per_party_and_corrigendum" ON "corrigendum_signature" USING btree ("corrigendum_id","organisation_id");