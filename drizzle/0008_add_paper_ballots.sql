CREATE TABLE "paper_ballot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vote_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"received_by" uuid NOT NULL,
	"contested_at" timestamp (3) with time zone,
	"contested_by" uuid,
	"contest_reason" text,
	"upheld" boolean,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	CONSTRAINT "one_paper_ballot_per_entry" UNIQUE("vote_id","entry_id"),
	CONSTRAINT "only_a_contest_is_decided" CHECK ("paper_ballot"."upheld" is null or "paper_ballot"."contested_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "paper_reading" (
	"paper_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reading" "bytea" NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "nobody_reads_a_paper_twice" PRIMARY KEY("paper_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "paper_ballot" ADD CONSTRAINT "paper_ballot_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballot" ADD CONSTRAINT "paper_ballot_entry_id_roll_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballot" ADD CONSTRAINT "paper_ballot_received_by_person_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballot" ADD CONSTRAINT "paper_ballot_contested_by_person_id_fk" FOREIGN KEY ("contested_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballot" ADD CONSTRAINT "paper_ballot_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_reading" ADD CONSTRAINT "paper_reading_paper_id_paper_ballot_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper_ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_reading" ADD CONSTRAINT "paper_reading_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;