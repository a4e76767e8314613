CREATE TABLE "roll_correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vote_id" uuid NOT NULL,
	"was" text,
	"now" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "a_correction_changes_something" CHECK ("roll_correction"."was" is distinct from "roll_correction"."now")
);
--> statement-breakpoint
ALTER TABLE "roll_correction" ADD CONSTRAINT "roll_correction_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roll_correction_vote_id_index" ON "roll_correction" USING btree ("vote_id");