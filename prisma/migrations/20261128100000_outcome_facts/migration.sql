-- What a device's work brought: facts and links as reported ------------------------------------------------------------------
-- No row is rewritten, and a server of the version before goes on writing beside it.
ALTER TABLE "run_device" ADD COLUMN "facts" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "links" JSONB NOT NULL DEFAULT '[]';

-- A device that was announced and of which nothing was heard is a result of its own. No row is read for it: each keeps the
-- narrower check of before.
ALTER TABLE "run_device" DROP CONSTRAINT "run_device_status_check", ADD CONSTRAINT "run_device_status_check" CHECK ("status" IN
  ('pending', 'running', 'succeeded', 'unchanged', 'changed', 'failed', 'unreachable', 'skipped', 'not_attempted')) NOT VALID;
