CREATE TABLE "vote_proxy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vote_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"principal_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	CONSTRAINT "nobody_is_their_own_proxy" CHECK ("vote_proxy"."agent_id" <> "vote_proxy"."principal_id"),
	CONSTRAINT "an_ended_proxy_says_why" CHECK (("vote_proxy"."ended_at" is null) = ("vote_proxy"."ended_by" is null))
);
--> statement-breakpoint
ALTER TABLE "vote_proxy" ADD CONSTRAINT "vote_proxy_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_proxy" ADD CONSTRAINT "vote_proxy_entry_id_roll_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_proxy" ADD CONSTRAINT "vote_proxy_principal_id_person_id_fk" FOREIGN KEY ("principal_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_proxy" ADD CONSTRAINT "vote_proxy_agent_id_person_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_proxy" ON "vote_proxy" USING btree ("entry_id","principal_id") WHERE "vote_proxy"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "vote_proxy_agent_id_vote_id_index" ON "vote_proxy" USING btree ("agent_id","vote_id");