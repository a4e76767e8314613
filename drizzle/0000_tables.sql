CREATE TABLE "household_nomination" (
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"nominee_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "one_nomination_per_adult" PRIMARY KEY("household_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"area_id" uuid NOT NULL,
	"title" text,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"appointed_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "one_appointment_at_a_time" UNIQUE("person_id","organisation_id","role","area_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "ownership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"evidence" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "residency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"via" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_category" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"group" text NOT NULL,
	"net" text NOT NULL,
	"default_class" text NOT NULL,
	"safety" boolean NOT NULL,
	"physical" boolean NOT NULL,
	"community_may_lead" boolean NOT NULL,
	"limit" jsonb,
	"ordinal" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"command" text NOT NULL,
	"actor_id" uuid,
	"organisation_id" uuid,
	"from_state" text,
	"to_state" text NOT NULL,
	"from_level" text,
	"to_level" text NOT NULL,
	"reason" text,
	"data" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_history_is_gapless" UNIQUE("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "grid_case" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"category_code" text NOT NULL,
	"class" text NOT NULL,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"sync_state" text DEFAULT 'local' NOT NULL,
	"supervised" boolean DEFAULT false NOT NULL,
	"public_interest" boolean DEFAULT false NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"place" text NOT NULL,
	"building_id" uuid,
	"grid_id" uuid,
	"longitude" text,
	"latitude" text,
	"desk_code" text NOT NULL,
	"unit_organisation_id" uuid,
	"handler_id" uuid,
	"reporter_id" uuid,
	"reporter_organisation_id" uuid,
	"reporter_visible" boolean DEFAULT false NOT NULL,
	"about_organisation_id" uuid,
	"master_id" uuid,
	"recurrence_of" uuid,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"resident_due_at" timestamp (3) with time zone NOT NULL,
	"step_started_at" timestamp (3) with time zone,
	"step_due_at" timestamp (3) with time zone,
	"step_provisional" boolean DEFAULT false NOT NULL,
	"stopped" jsonb,
	"result" text,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "case_number_is_given_once" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "whistle" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"reported_at" timestamp (3) with time zone,
	"reported_by" uuid
);
--> statement-breakpoint
CREATE TABLE "area" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"level" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"letters" text,
	"kind" text,
	"address" text,
	"phone" text,
	"introduction" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "area_code_unique" UNIQUE("code"),
	CONSTRAINT "area_code_is_of_its_level" CHECK (length("area"."code") = case "area"."level" when 'district' then 6 when 'street' then 9 else 12 end),
	CONSTRAINT "area_lies_in_another" CHECK (("area"."level" = 'district') = ("area"."parent_id" is null))
);
--> statement-breakpoint
CREATE TABLE "building" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"property_area_id" uuid NOT NULL,
	"grid_id" uuid,
	"name" text NOT NULL,
	"ordinal" integer NOT NULL,
	"longitude" text,
	"latitude" text,
	CONSTRAINT "building_name_in_property_area" UNIQUE("property_area_id","name")
);
--> statement-breakpoint
CREATE TABLE "grid" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"polygon" jsonb,
	CONSTRAINT "grid_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "household" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"head_name" text NOT NULL,
	"representative_id" uuid,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"address" text,
	"duties" text,
	"field" text,
	"dissolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "organisation_name_in_area" UNIQUE("area_id","name")
);
--> statement-breakpoint
CREATE TABLE "property_area" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"name" text NOT NULL,
	"property_company_id" uuid,
	"owners_committee_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "property_area_name_in_community" UNIQUE("community_id","name")
);
--> statement-breakpoint
CREATE TABLE "roster_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"force" text NOT NULL,
	"name" text NOT NULL,
	"duty" text NOT NULL,
	"work_phone" text NOT NULL,
	"grid_id" uuid,
	"ordinal" integer DEFAULT 0 NOT NULL,
	"published_from" date
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"property_area_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"entrance" integer NOT NULL,
	"floor" integer NOT NULL,
	"room" text NOT NULL,
	"label" text NOT NULL,
	"area_centi" bigint NOT NULL,
	"area_source" text NOT NULL,
	"developer" boolean DEFAULT false NOT NULL,
	CONSTRAINT "unit_label_in_building" UNIQUE("building_id","label"),
	CONSTRAINT "unit_has_area" CHECK ("unit"."area_centi" > 0)
);
--> statement-breakpoint
CREATE TABLE "catalogue_item" (
	"code" text PRIMARY KEY NOT NULL,
	"party_kind" text NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"cycle" text NOT NULL,
	"within_days" integer,
	"verified" boolean DEFAULT false NOT NULL,
	"ordinal" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"catalogue_code" text,
	"period" text,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"table" jsonb,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"supersedes_id" uuid,
	"content_hash" text,
	"basis" text,
	"author_id" uuid NOT NULL,
	"reviewer_id" uuid,
	"published_at" timestamp (3) with time zone,
	"pinned_until" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"source_type" text,
	"source_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL,
	"snapshot" "bytea",
	"snapshot_seq" bigint DEFAULT 0 NOT NULL,
	"schema_version" integer DEFAULT 1 NOT NULL,
	"sealed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_client" (
	"document_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"user_id" uuid,
	"first_seq" bigint NOT NULL,
	CONSTRAINT "client_id_belongs_to_one" PRIMARY KEY("document_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "document_update" (
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"user_id" uuid,
	"client_ids" jsonb NOT NULL,
	"body" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "document_log_is_gapless" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"password_hash" text,
	"totp_secret" "bytea",
	"totp_step" bigint,
	"must_change" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject" text NOT NULL,
	"code_hash" text NOT NULL,
	"community_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"adult" boolean DEFAULT true NOT NULL,
	"erased_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_secret" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"phone" "bytea",
	"phone_digest" "bytea",
	"id_number" "bytea",
	"id_number_digest" "bytea",
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"bucket" text NOT NULL,
	"subject" text NOT NULL,
	"failures" integer NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone,
	CONSTRAINT "rate_limit_bucket_subject_pk" PRIMARY KEY("bucket","subject"),
	CONSTRAINT "failures_count_up" CHECK ("rate_limit"."failures" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sensitive_read" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "sign_up_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"address" text NOT NULL,
	"note" text,
	"born_on" date,
	"state" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"parent_id" uuid,
	"ordinal" integer NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer,
	"kind" text NOT NULL,
	"proposer_organisation_id" uuid,
	"withdrawn_by" uuid,
	"late" boolean DEFAULT false NOT NULL,
	"carried_over_from" uuid
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"capacity" text NOT NULL,
	"via" text NOT NULL,
	"entered_by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "present_once" UNIQUE("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"name" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"convener_organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"phase" text,
	"public" boolean DEFAULT true NOT NULL,
	"cancelled_reason" text,
	"agenda_document_id" uuid,
	"minutes_document_id" uuid,
	"chair_id" uuid,
	"check_in_code" text,
	"review_until" timestamp (3) with time zone,
	"convened_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"sealed_at" timestamp (3) with time zone,
	"sealed_hash" text,
	"sealed_content" jsonb,
	"disclosure_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_party" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"must_sign" boolean DEFAULT true NOT NULL,
	"notice_sent_at" timestamp (3) with time zone,
	CONSTRAINT "party_invited_once" UNIQUE("meeting_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "objection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"block" text NOT NULL,
	"quoted" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"answer" text,
	"accepted" boolean,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
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
CREATE TABLE "app_clock" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "one_clock" CHECK ("app_clock"."one")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"uploaded_by" uuid,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"organisation_id" uuid,
	"act" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"seq" bigint,
	"prev" text,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid,
	"day" text NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "one_head_a_day" UNIQUE NULLS NOT DISTINCT("area_id","day")
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"fired_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"retry_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"parent_id" uuid,
	"author_id" uuid NOT NULL,
	"organisation_id" uuid,
	"body" text NOT NULL,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" uuid,
	"hidden_reason" text,
	"withdrawn_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"scope" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"from_type" text NOT NULL,
	"from_id" uuid NOT NULL,
	"from_block" text,
	"to_type" text NOT NULL,
	"to_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"area_id" uuid,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"href" text NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid,
	"topic" text NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"position" bigint,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vote_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"caster_id" uuid NOT NULL,
	"person_id" uuid,
	"channel" text NOT NULL,
	"choice" jsonb NOT NULL,
	"salt" text NOT NULL,
	"cast_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "roll_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vote_id" uuid NOT NULL,
	"community_id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"area_centi" bigint DEFAULT 0 NOT NULL,
	"class" text,
	"developer" boolean DEFAULT false NOT NULL,
	"unit_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "one_entry_per_key" UNIQUE("vote_id","key")
);
--> statement-breakpoint
CREATE TABLE "roll_voter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vote_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "voter_once_per_entry" UNIQUE("entry_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "vote" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"background" text DEFAULT '' NOT NULL,
	"options" jsonb NOT NULL,
	"method" text NOT NULL,
	"seats" integer,
	"preset" text NOT NULL,
	"rule" jsonb NOT NULL,
	"electorate" text NOT NULL,
	"property_area_id" uuid,
	"building_id" uuid,
	"secrecy" text NOT NULL,
	"channels" jsonb NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"extension_hours" integer,
	"extended_to" timestamp (3) with time zone,
	"objection_days" integer NOT NULL,
	"state" text NOT NULL,
	"manifest" jsonb,
	"phi" text,
	"roll_hash" text,
	"outcome" text,
	"figures" jsonb,
	"record" jsonb,
	"full_record" jsonb,
	"reason" text,
	"announced_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "vote_closes_after_it_opens" CHECK ("vote"."closes_at" > "vote"."opens_at"),
	CONSTRAINT "announced_vote_is_frozen" CHECK ("vote"."state" in ('draft', 'cancelled') or "vote"."phi" is not null)
);
--> statement-breakpoint
CREATE TABLE "vote_objection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vote_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"about" text NOT NULL,
	"body" text NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "household_nomination" ADD CONSTRAINT "household_nomination_household_id_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."household"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_nomination" ADD CONSTRAINT "household_nomination_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_nomination" ADD CONSTRAINT "household_nomination_nominee_id_person_id_fk" FOREIGN KEY ("nominee_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_appointed_by_person_id_fk" FOREIGN KEY ("appointed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residency" ADD CONSTRAINT "residency_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residency" ADD CONSTRAINT "residency_household_id_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."household"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residency" ADD CONSTRAINT "residency_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residency" ADD CONSTRAINT "residency_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entry" ADD CONSTRAINT "case_entry_case_id_grid_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grid_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_category_code_case_category_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."case_category"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_building_id_building_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_grid_id_grid_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_unit_organisation_id_organisation_id_fk" FOREIGN KEY ("unit_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_handler_id_person_id_fk" FOREIGN KEY ("handler_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_reporter_id_person_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_reporter_organisation_id_organisation_id_fk" FOREIGN KEY ("reporter_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_case" ADD CONSTRAINT "grid_case_about_organisation_id_organisation_id_fk" FOREIGN KEY ("about_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistle" ADD CONSTRAINT "whistle_case_id_grid_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."grid_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistle" ADD CONSTRAINT "whistle_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whistle" ADD CONSTRAINT "whistle_reported_by_person_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_parent_id_area_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_property_area_id_property_area_id_fk" FOREIGN KEY ("property_area_id") REFERENCES "public"."property_area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_grid_id_grid_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid" ADD CONSTRAINT "grid_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_area" ADD CONSTRAINT "property_area_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_area" ADD CONSTRAINT "property_area_property_company_id_organisation_id_fk" FOREIGN KEY ("property_company_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_area" ADD CONSTRAINT "property_area_owners_committee_id_organisation_id_fk" FOREIGN KEY ("owners_committee_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entry" ADD CONSTRAINT "roster_entry_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entry" ADD CONSTRAINT "roster_entry_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_entry" ADD CONSTRAINT "roster_entry_grid_id_grid_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_property_area_id_property_area_id_fk" FOREIGN KEY ("property_area_id") REFERENCES "public"."property_area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_building_id_building_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_catalogue_code_catalogue_item_code_fk" FOREIGN KEY ("catalogue_code") REFERENCES "public"."catalogue_item"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_reviewer_id_person_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_client" ADD CONSTRAINT "document_client_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_secret" ADD CONSTRAINT "person_secret_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensitive_read" ADD CONSTRAINT "sensitive_read_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensitive_read" ADD CONSTRAINT "sensitive_read_reader_id_person_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up_request" ADD CONSTRAINT "sign_up_request_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up_request" ADD CONSTRAINT "sign_up_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up_request" ADD CONSTRAINT "sign_up_request_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_proposer_organisation_id_organisation_id_fk" FOREIGN KEY ("proposer_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_convener_organisation_id_organisation_id_fk" FOREIGN KEY ("convener_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_agenda_document_id_document_id_fk" FOREIGN KEY ("agenda_document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_minutes_document_id_document_id_fk" FOREIGN KEY ("minutes_document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_chair_id_person_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_party" ADD CONSTRAINT "meeting_party_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_party" ADD CONSTRAINT "meeting_party_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_hidden_by_person_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_entry_id_roll_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entry" ADD CONSTRAINT "roll_entry_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_voter" ADD CONSTRAINT "roll_voter_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_voter" ADD CONSTRAINT "roll_voter_entry_id_roll_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."roll_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_voter" ADD CONSTRAINT "roll_voter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_community_id_area_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_property_area_id_property_area_id_fk" FOREIGN KEY ("property_area_id") REFERENCES "public"."property_area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_building_id_building_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_objection" ADD CONSTRAINT "vote_objection_vote_id_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_objection" ADD CONSTRAINT "vote_objection_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_objection" ADD CONSTRAINT "vote_objection_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "membership_person_id_index" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "membership_organisation_id_index" ON "membership" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "membership_area_id_index" ON "membership" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "ownership_person_id_index" ON "ownership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ownership_community_id_state_index" ON "ownership" USING btree ("community_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "one_living_ownership_per_unit" ON "ownership" USING btree ("unit_id","person_id") WHERE "ownership"."state" in ('requested', 'approved');--> statement-breakpoint
CREATE INDEX "residency_person_id_index" ON "residency" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "residency_community_id_state_index" ON "residency" USING btree ("community_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "one_living_residency_per_household" ON "residency" USING btree ("household_id","person_id") WHERE "residency"."state" in ('requested', 'confirmed');--> statement-breakpoint
CREATE INDEX "grid_case_community_id_state_index" ON "grid_case" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "grid_case_desk_code_step_due_at_index" ON "grid_case" USING btree ("desk_code","step_due_at");--> statement-breakpoint
CREATE INDEX "grid_case_unit_organisation_id_state_index" ON "grid_case" USING btree ("unit_organisation_id","state");--> statement-breakpoint
CREATE INDEX "grid_case_reporter_id_index" ON "grid_case" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "grid_case_master_id_index" ON "grid_case" USING btree ("master_id");--> statement-breakpoint
CREATE UNIQUE INDEX "whistled_once" ON "whistle" USING btree ("case_id","organisation_id");--> statement-breakpoint
CREATE INDEX "area_parent_id_index" ON "area" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "building_community_id_index" ON "building" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "household_community_id_index" ON "household" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "household_unit_id_index" ON "household" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "organisation_area_id_index" ON "organisation" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "roster_entry_area_id_index" ON "roster_entry" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "unit_property_area_id_index" ON "unit" USING btree ("property_area_id");--> statement-breakpoint
CREATE INDEX "unit_community_id_index" ON "unit" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "disclosure_community_id_state_published_at_index" ON "disclosure" USING btree ("community_id","state","published_at");--> statement-breakpoint
CREATE INDEX "disclosure_organisation_id_index" ON "disclosure" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_successor" ON "disclosure" USING btree ("supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_document_per_kind" ON "document" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "consent_person_id_purpose_index" ON "consent" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "one_credential_per_login" ON "credential" USING btree (lower("login"));--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_code" ON "one_time_code" USING btree ("purpose","subject") WHERE "one_time_code"."used_at" is null and "one_time_code"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "one_time_code_purpose_code_hash_index" ON "one_time_code" USING btree ("purpose","code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_per_phone" ON "person_secret" USING btree ("phone_digest");--> statement-breakpoint
CREATE INDEX "sensitive_read_person_id_index" ON "sensitive_read" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_person_id_index" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_expires_at_index" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_up_request_community_id_state_index" ON "sign_up_request" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "agenda_item_meeting_id_ordinal_index" ON "agenda_item" USING btree ("meeting_id","ordinal");--> statement-breakpoint
CREATE INDEX "document_version_document_id_index" ON "document_version" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "meeting_community_id_starts_at_index" ON "meeting" USING btree ("community_id","starts_at");--> statement-breakpoint
CREATE INDEX "objection_meeting_id_index" ON "objection" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_signature_per_party" ON "signature" USING btree ("meeting_id","organisation_id");--> statement-breakpoint
CREATE INDEX "attachment_subject_type_subject_id_index" ON "attachment" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "audit_unsealed" ON "audit_entry" USING btree ("id") WHERE "audit_entry"."seq" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_row_per_place_in_chain" ON "audit_entry" USING btree (coalesce("area_id", '00000000-0000-0000-0000-000000000000'::uuid),"seq");--> statement-breakpoint
CREATE INDEX "audit_entry_subject_type_subject_id_index" ON "audit_entry" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "clock_due" ON "clock" USING btree ("due_at") WHERE "clock"."fired_at" is null and "clock"."cancelled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_clock" ON "clock" USING btree ("subject_type","subject_id","kind") WHERE "clock"."fired_at" is null and "clock"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "comment_subject_type_subject_id_id_index" ON "comment" USING btree ("subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "link_from_type_from_id_index" ON "link" USING btree ("from_type","from_id");--> statement-breakpoint
CREATE INDEX "link_to_type_to_id_index" ON "link" USING btree ("to_type","to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_link_between" ON "link" USING btree ("from_type","from_id",coalesce("from_block", ''),"to_type","to_id");--> statement-breakpoint
CREATE INDEX "notification_person_id_id_index" ON "notification" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "outbox_unstamped" ON "outbox" USING btree ("id") WHERE "outbox"."position" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_position" ON "outbox" USING btree ("position");--> statement-breakpoint
CREATE INDEX "outbox_topic_position_index" ON "outbox" USING btree ("topic","position");--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_ballot" ON "ballot" USING btree ("vote_id","entry_id","caster_id","channel") WHERE "ballot"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "ballot_vote_id_entry_id_index" ON "ballot" USING btree ("vote_id","entry_id");--> statement-breakpoint
CREATE INDEX "roll_voter_person_id_vote_id_index" ON "roll_voter" USING btree ("person_id","vote_id");--> statement-breakpoint
CREATE INDEX "vote_community_id_state_closes_at_index" ON "vote" USING btree ("community_id","state","closes_at");--> statement-breakpoint
CREATE INDEX "vote_objection_vote_id_index" ON "vote_objection" USING btree ("vote_id");