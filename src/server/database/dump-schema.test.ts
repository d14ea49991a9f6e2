import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/support/database.ts'
import { schemaFile } from '../paths.ts'
import { dumpSchema } from './dump-schema.ts'

const { ownerUrl, ownerPool } = await withDatabase()

test('db/schema.sql is what the migrations make (else run `npx niangjia schema`)', async () => {
  expect(await dumpSchema(ownerUrl)).toBe(readFileSync(schemaFile, 'utf8'))
})

test('the dump says columns, partitions, policies, rights and functions', async () => {
  await ownerPool.query(`
    CREATE TABLE a_pomegranates (id bigint PRIMARY KEY, seeds int NOT NULL DEFAULT 613, CHECK (seeds > 0)) PARTITION BY RANGE (id);
    CREATE TABLE a_pomegranates_low PARTITION OF a_pomegranates FOR VALUES FROM (0) TO (9);
    ALTER TABLE a_pomegranates ENABLE ROW LEVEL SECURITY;
    CREATE POLICY ripe ON a_pomegranates FOR SELECT TO niangjia_app USING (seeds > 1);
    GRANT SELECT (id) ON a_pomegranates TO niangjia_app;
    CREATE FUNCTION a_seed() RETURNS int LANGUAGE sql AS 'SELECT 1';
    REVOKE ALL ON FUNCTION a_seed() FROM PUBLIC;`)
  const text = await dumpSchema(ownerUrl)
  expect(text).toContain('CREATE TABLE a_pomegranates (\n  id bigint NOT NULL,\n  seeds integer NOT NULL DEFAULT 613,')
  expect(text).toContain('CHECK ((seeds > 0))\n) PARTITION BY RANGE (id);\n-- row security: enabled')
  expect(text).toContain("CREATE TABLE a_pomegranates_low PARTITION OF a_pomegranates FOR VALUES FROM ('0') TO ('9');")
  expect(text).toContain('CREATE POLICY ripe ON a_pomegranates FOR SELECT TO niangjia_app\n  USING ((seeds > 1));')
  expect(text).toContain('GRANT SELECT (id) ON a_pomegranates TO niangjia_app;')
  expect(text).not.toContain('GRANT EXECUTE ON FUNCTION a_seed()')
})
