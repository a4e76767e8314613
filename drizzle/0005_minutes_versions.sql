ALTER TABLE "document_version" ADD COLUMN "cause" text NOT NULL;--> statement-breakpoint
ALTER TABLE "document_version" ADD COLUMN "content" "bytea" NOT NULL;