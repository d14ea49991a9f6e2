-- A backup reads every row of every table, in one transaction with the duty 'backup' (docs/decisions/0006). Only the owner
-- can: the application's role is no member of hers, so saying the duty opens nothing to it. Read only; a restore into an
-- empty database takes the force off its tables within its own transaction, which blocks everybody else meanwhile.
-- A later migration that makes a table gives it its <table>_backup too; test/rls and the backup itself refuse without.
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO CURRENT_USER USING ((SELECT actor_duty()) = ''backup'')', t || '_backup', t);
  END LOOP;
END $$;
