-- Only an index's owner may tidy it, and the application's role owns nothing.
CREATE FUNCTION tidy_word_index() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT
AS $$ SELECT gin_clean_pending_list('log_chunk_words_idx'::regclass) $$;
REVOKE EXECUTE ON FUNCTION tidy_word_index() FROM PUBLIC;
