CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"place" text,
	"state" text DEFAULT 'gathering' NOT NULL,
	"needed" integer NOT NULL,
	"gather_until" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"answer_due_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	"reason" text,
	"meeting_id" uuid,
	"entry_id" text,
	"agenda_item_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "a_declined_proposal_says_why" CHECK (("proposal"."state" = 'declined') = ("proposal"."reason" is not null)),
	CONSTRAINT "a_proposal_on_an_agenda_says_which" CHECK (("proposal"."state" = 'on-agenda') = ("proposal"."meeting_id" is not null)),
	CONSTRAINT "a_ready_proposal_has_a_term" CHECK ("proposal"."state" <> 'ready' or ("proposal"."ready_at" is not null and "proposal"."answer_due_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "proposal_rule" (
	"community_id" uuid PRIMARY KEY NOT NULL,
	"needed" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "support_can_be_reached" CHECK ("proposal_rule"."needed" between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "proposal_support" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_agenda_item_id_agenda_item_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_rule" ADD CONSTRAINT "proposal_rule_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_rule" ADD CONSTRAINT "proposal_rule_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_support" ADD CONSTRAINT "proposal_support_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_support" ADD CONSTRAINT "proposal_support_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_community_id_state_index" ON "proposal" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "proposal_author_id_index" ON "proposal" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_is_one_entry" ON "proposal" USING btree ("meeting_id","entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_support_per_person" ON "proposal_support" USING btree ("proposal_id","person_id");--> statement-breakpoint
CREATE INDEX "proposal_support_person_id_index" ON "proposal_support" USING btree ("person_id");