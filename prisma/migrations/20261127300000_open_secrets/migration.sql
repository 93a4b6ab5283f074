-- What of a secret may go on in a run's next line: its kind and counters, never its text -----------------------------------
-- Null nearly always. No row is rewritten, and a server of the version before goes on writing beside it.
ALTER TABLE "run" ADD COLUMN "open_secrets" JSONB;
