-- A person's saved views of the job list -----------------------------------------------------------------------------
CREATE TABLE "saved_view" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
-- The views of one person, and no two of one name.
CREATE UNIQUE INDEX "saved_view_user_id_name_key" ON "saved_view"("user_id", "name");

-- The sites of a run's devices, so that the job list filters and counts by site from run rows alone -----------------
ALTER TABLE "run" ADD COLUMN "sites" TEXT[] NOT NULL DEFAULT '{}';
UPDATE "run" AS r SET "sites" = ARRAY(
    SELECT DISTINCT d."site" FROM "run_device" AS d WHERE d."run_id" = r."id" AND d."site" IS NOT NULL ORDER BY 1);
