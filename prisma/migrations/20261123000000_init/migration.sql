-- People and machines ------------------------------------------------------------------------------------------------
CREATE TABLE "app_user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "password_hash" TEXT,
    "oidc_subject" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "app_user_role_check" CHECK ("role" IN ('viewer', 'operator', 'admin'))
);
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");
CREATE UNIQUE INDEX "app_user_oidc_subject_key" ON "app_user"("oidc_subject");

CREATE TABLE "access_token" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "access_token_hash_key" ON "access_token"("hash");

-- Jobs, runs, devices ------------------------------------------------------------------------------------------------
CREATE TABLE "job" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "is_system" BOOLEAN NOT NULL DEFAULT false,
    "last_run_number" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "run" (
    "id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "trigger" TEXT,
    "gateway" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "is_implicit" BOOLEAN NOT NULL DEFAULT false,
    "queued_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "result_text" TEXT,
    "declared_line_count" INTEGER,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "first_error_seq" INTEGER,
    "level_counts" INTEGER[] NOT NULL DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    "device_counts" INTEGER[] NOT NULL DEFAULT ARRAY[0, 0, 0, 0, 0, 0, 0, 0]::INTEGER[],
    "client_seqs" INT8MULTIRANGE NOT NULL DEFAULT '{}'::int8multirange,
    "sealed_at" TIMESTAMPTZ(3),
    CONSTRAINT "run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "run_status_check" CHECK ("status" IN ('queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled', 'stale'))
);
-- Keyset pages of the job list, whole, by job and by status.
CREATE INDEX "run_started_at_id_idx" ON "run"("started_at" DESC, "id" DESC);
CREATE INDEX "run_job_id_started_at_id_idx" ON "run"("job_id", "started_at" DESC, "id" DESC);
CREATE INDEX "run_status_started_at_id_idx" ON "run"("status", "started_at" DESC, "id" DESC);
-- What the background work looks for; partial, so that it stays as small as the work that is left.
CREATE INDEX "run_unsealed_idx" ON "run"("last_received_at") WHERE "sealed_at" IS NULL;

CREATE TABLE "run_device" (
    "run_id" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "is_reported" BOOLEAN NOT NULL DEFAULT false,
    "site" TEXT,
    "type" TEXT,
    "cause" TEXT,
    "phases" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "level_counts" INTEGER[] NOT NULL DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    CONSTRAINT "run_device_pkey" PRIMARY KEY ("run_id", "device"),
    CONSTRAINT "run_device_status_check" CHECK ("status" IN ('pending', 'running', 'succeeded', 'unchanged', 'changed', 'failed', 'unreachable', 'skipped'))
);
CREATE INDEX "run_device_device_run_id_idx" ON "run_device"("device", "run_id");

-- Lines --------------------------------------------------------------------------------------------------------------
CREATE TABLE "log_chunk" (
    "run_id" TEXT NOT NULL,
    "first_seq" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,
    "min_time" TIMESTAMPTZ(6) NOT NULL,
    "max_time" TIMESTAMPTZ(6) NOT NULL,
    "level_mask" SMALLINT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "time" TIMESTAMPTZ(6)[],
    "received_at" TIMESTAMPTZ(6)[],
    "level" SMALLINT[],
    "component" TEXT[],
    "device" TEXT[],
    "phase" TEXT[],
    "message" TEXT[],
    "fields" TEXT[],
    "client_offset" BIGINT[],
    CONSTRAINT "log_chunk_pkey" PRIMARY KEY ("run_id", "first_seq"),
    CONSTRAINT "log_chunk_line_count_check" CHECK ("line_count" BETWEEN 1 AND 1000)
);

CREATE TABLE "line_count" (
    "run_id" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "level" SMALLINT NOT NULL,
    "component" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "line_count_pkey" PRIMARY KEY ("run_id", "minute", "level", "component")
);

CREATE TABLE "ingest_batch" (
    "token_id" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ingest_batch_pkey" PRIMARY KEY ("token_id", "key_hash")
);
CREATE INDEX "ingest_batch_created_at_idx" ON "ingest_batch"("created_at");

-- One row a line, for ad-hoc SQL and for dashboards that speak SQL. The application itself does not read it.
CREATE VIEW "log_line" AS
SELECT c."run_id", c."first_seq" + (l.i - 1)::int AS "seq", l."time", l."received_at", l."level",
       l."component", l."device", l."phase", l."message", nullif(l."fields", '')::jsonb AS "fields",
       c."first_seq" + l.i - 1 + l."client_offset" AS "client_seq"
FROM "log_chunk" c,
     unnest(c."time", c."received_at", c."level", c."component", c."device", c."phase", c."message", c."fields", c."client_offset")
     WITH ORDINALITY AS l("time", "received_at", "level", "component", "device", "phase", "message", "fields", "client_offset", i);
