import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/support/database.ts'
import { migrate } from './migrate.ts'

const { ownerUrl, ownerPool, appPool } = await withDatabase()
const folder = mkdtempSync(join(tmpdir(), 'niangjia-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

test('files are applied in order, once, by one of two starters', async () => {
  await ownerPool.query('DELETE FROM schema_migrations')
  write('0001_first.sql', 'CREATE TABLE fruits (name text);')
  write('0002_second.sql', "INSERT INTO fruits VALUES ('石榴');")
  const applied = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)])
  expect(applied.flat()).toEqual(['0001_first.sql', '0002_second.sql'])
  expect((await ownerPool.query('SELECT count(*) AS n FROM fruits')).rows[0].n).toBe(1)
})

test('a failing file is named with its line and leaves nothing behind', async () => {
  write('0003_third.sql', 'CREATE TABLE half (name text);\n\nSELECT nothing FROM nowhere;')
  await expect(migrate(ownerUrl, folder)).rejects.toThrow('0003_third.sql:3')
  await expect(ownerPool.query('SELECT FROM half')).rejects.toThrow('does not exist')
  rmSync(join(folder, '0003_third.sql'))
})

test('an applied file that was changed is refused', async () => {
  write('0001_first.sql', 'CREATE TABLE fruits (name text, price int);')
  await expect(migrate(ownerUrl, folder)).rejects.toThrow('0001_first.sql')
})

test('the application can neither read the list nor create a table', async () => {
  await expect(appPool.query('SELECT FROM schema_migrations')).rejects.toThrow('permission denied')
  await expect(appPool.query('CREATE TABLE mine ()')).rejects.toThrow('permission denied')
})
