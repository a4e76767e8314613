CREATE TABLE "box_reading" (
	"vote_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"tally" "bytea" NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_reading_a_person" PRIMARY KEY("vote_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "secret_ballot" (
	"vote_id" uuid NOT NULL,
	"nonce" text NOT NULL,
	"revision" integer NOT NULL,
	"choice" text NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "one_ballot_per_revision" PRIMARY KEY("vote_id","nonce","revision"),
	CONSTRAINT "few_revisions" CHECK ("secret_ballot"."revision" between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "secret_draw" (
	"vote_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"person_id" uuid,
	"blinded" text,
	"signature" text,
	"bundle" text,
	CONSTRAINT "one_draw_per_entry" PRIMARY KEY("vote_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "secret_vote" (
	"vote_id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"wrapped_key" "bytea",
	"cast" integer,
	"paper" integer,
	"root" text,
	"sealed_at" timestamp (3) with time zone,
	"outcome_only" boolean
);
--> statement-breakpoint
CREATE TABLE "vote_sign_off" (
	"vote_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"root" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_sign_off_an_organisation" PRIMARY KEY("vote_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "box_reading" ADD CONSTRAINT "box_reading_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box_reading" ADD CONSTRAINT "box_reading_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_vote" ADD CONSTRAINT "secret_vote_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_sign_off" ADD CONSTRAINT "vote_sign_off_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_sign_off" ADD CONSTRAINT "vote_sign_off_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_sign_off" ADD CONSTRAINT "vote_sign_off_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;