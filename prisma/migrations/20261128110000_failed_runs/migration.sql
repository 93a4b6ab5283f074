-- The last failure of a job, however many good runs lie between: failed runs are few ----------------------------------------
CREATE INDEX "run_failed_idx" ON "run"("job_id", "started_at" DESC, "id" DESC) WHERE "status" IN ('failed', 'partial');
