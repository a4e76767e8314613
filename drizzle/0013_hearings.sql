CREATE TABLE "hearing_position" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"stance" text NOT NULL,
	"body" text NOT NULL,
	"said_by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_position_per_party" UNIQUE("meeting_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "hearing_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_for_id" uuid,
	"organisation_id" uuid NOT NULL,
	"body" text NOT NULL,
	"answer" text,
	"set_aside" text,
	"closed_by" uuid,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "a_question_is_answered_or_set_aside" CHECK (("hearing_question"."closed_at" is null and "hearing_question"."answer" is null and "hearing_question"."set_aside" is null)
				or ("hearing_question"."closed_at" is not null and ("hearing_question"."answer" is null) <> ("hearing_question"."set_aside" is null)))
);
--> statement-breakpoint
CREATE TABLE "speech" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"state" text DEFAULT 'asked' NOT NULL,
	"minutes" integer NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hearing_position" ADD CONSTRAINT "hearing_position_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_position" ADD CONSTRAINT "hearing_position_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_position" ADD CONSTRAINT "hearing_position_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_asked_for_id_organisation_id_fk" FOREIGN KEY ("asked_for_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_question" ADD CONSTRAINT "hearing_question_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speech" ADD CONSTRAINT "speech_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speech" ADD CONSTRAINT "speech_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speech" ADD CONSTRAINT "speech_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hearing_question_meeting_id_index" ON "hearing_question" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "speech_meeting_id_index" ON "speech" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_has_the_floor" ON "speech" USING btree ("meeting_id") WHERE "speech"."state" = 'speaking';--> statement-breakpoint
CREATE UNIQUE INDEX "on_the_list_once" ON "speech" USING btree ("meeting_id","person_id") WHERE "speech"."state" in ('asked', 'speaking');