import type pg from 'pg'
import { loading, withoutIndexes } from './load.ts'

/** The start of names, the common ones often; then one or two letters. */
export const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗包白韩唐']
const given = [...'娜丽芳敏静秀霞燕玲桂英兰花梅红云香月琴萍华乌日其木格萨仁高娃斯琴图雅阿茹罕塔']

/** Fills the registry with made people of all villages: names, a phone and a number as hashes. No real number among them. */
export function loadPeople(raw: pg.Pool, people: number): Promise<void> {
  return loading(raw, (client) =>
    withoutIndexes(client, 'people', async () => {
      await client.query(`
      INSERT INTO people (area, id, no, org, name, name_key, gender, birth_date, id_type, id_sealed, id_hash, phone_sealed, phone_hash, phone_mask, phone_tail, key_salt)
      SELECT p.code / 1000000000000, md5('person' || p.i)::uuid, p.i, p.code, p.name, p.name, 'female', '1950-01-01'::date + p.i % 20000, 'citizen-id',
             decode(repeat(md5(p.i::text), 3), 'hex'), sha256(('id' || p.i)::bytea), decode(repeat(md5(p.i::text), 2), 'hex'), sha256(('phone' || p.i)::bytea),
             '138****' || tail, tail, decode(md5('salt' || p.i), 'hex')
      FROM (SELECT i, o.code, lpad((i::bigint * 7919 % 10000)::text, 4, '0') AS tail,
                   substr('${surnames.join('')}', 1 + floor(random() ^ 2 * ${surnames.length})::integer, 1)
                   || substr('${given.join('')}', 1 + floor(random() * ${given.length})::integer, 1)
                   || CASE WHEN random() < 0.8 THEN substr('${given.join('')}', 1 + floor(random() * ${given.length})::integer, 1) ELSE '' END AS name
            FROM generate_series(1, ${people}) i
            JOIN (SELECT row_number() OVER (ORDER BY code) AS n, code FROM organisations WHERE level = 'village' AND code % 10000 = 0) o
              ON o.n = 1 + i % (SELECT count(*) FROM organisations WHERE level = 'village' AND code % 10000 = 0)) p`)
      await client.query(`SELECT setval('person_numbers', ${people})`)
    }),
  ).then(async () => {
    await raw.query('VACUUM (ANALYZE) people')
  })
}
