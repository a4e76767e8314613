CREATE TABLE "seal_key" (
	"vote_id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"wrapped_key" "bytea"
);
--> statement-breakpoint
ALTER TABLE "seal_key" ADD CONSTRAINT "seal_key_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;