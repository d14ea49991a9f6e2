import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { makeHouse, orgs } from '../../../test/support/house.ts'
import { madeCitizenId } from '../../core/citizen-id.ts'
import { asActor, onDuty } from '../database/actor.ts'
import { type BulkPerson, insertPeople } from './insert-people.ts'

const { call, signIn, house } = await makeHouse()

const made = (index: number): BulkPerson => ({
  id: v7(),
  org: orgs.village,
  name: `阿${'甲乙丙丁'[index % 4]}`,
  gender: 'female',
  birthDate: '1980-01-01',
  idNumber: madeCitizenId('1980-01-01', index * 2),
  phone: `1380000${String(index).padStart(4, '0')}`,
})

it('inserts many people whose numbers open and are found like those entered by hand', async () => {
  const people = Array.from({ length: 400 }, (_, index) => made(index))
  expect(await onDuty(house.pool, 'load', (tx) => insertPeople(tx, house.secrets, people))).toBe(400)
  const chair = await signIn('chair', orgs.village)
  const her = people[123] as BulkPerson
  const found = await call(chair, 'POST', '/people/find', { idNumber: her.idNumber })
  expect(found.body.items).toMatchObject([{ id: her.id, phone: '138****0123' }])
  const opened = await call(chair, 'POST', `/people/${her.id}/open`, { purpose: '核对', fields: ['idNumber', 'phone'] })
  expect(opened.body).toEqual({ idNumber: her.idNumber, phone: her.phone })
})

it('adds nothing when one number exists already, or outside the scope of whoever inserts', async () => {
  const twice = [made(450), { ...made(450), id: v7() }]
  await expect(onDuty(house.pool, 'load', (tx) => insertPeople(tx, house.secrets, twice))).rejects.toThrow(
    'people_id_hash',
  )
  const elsewhere = await signIn('chair', orgs.village2)
  const insert = asActor(house.pool, elsewhere.actor, (tx) => insertPeople(tx, house.secrets, [made(460)]))
  await expect(insert).rejects.toThrow('row-level security')
  const chair = await signIn('chair', orgs.village)
  expect((await call(chair, 'POST', '/people/find', { phone: '13800000450' })).body.items).toEqual([])
})
