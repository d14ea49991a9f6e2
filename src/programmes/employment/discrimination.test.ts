import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDiscrimination, type PostText, readFields } from './discrimination.ts'
import { rules } from './discrimination-rules.ts'

const kinds = (conditions: string, more: PostText = {}) =>
  findDiscrimination({ conditions, ...more }).map(({ kind }) => kind)

test.each([
  ['限男性', 'men'],
  ['男性优先', 'men'],
  ['性别：男', 'men'],
  ['女士勿扰', 'men'],
  ['不招女生', 'men'],
  ['已婚已育优先', 'marriage'],
  ['未婚', 'marriage'],
  ['请注明婚否', 'marriage'],
  ['两年内不得结婚', 'marriage'],
  ['三年内不能要孩子', 'marriage'],
  ['说明生育计划', 'marriage'],
  ['入职体检含孕检', 'pregnancy'],
  ['须做妊娠测试', 'pregnancy'],
  ['怀孕即离职', 'pregnancy'],
  ['女生须本科，男生大专', 'standard'],
  ['只限女性', 'women'],
  ['男士勿扰', 'women'],
  ['35岁以下', 'age'],
  ['三十五岁以内', 'age'],
  ['18-40周岁', 'age'],
  ['年龄要求：45以内', 'age'],
  ['身高160以上', 'looks'],
  ['形象气质佳', 'looks'],
  ['五官端正', 'looks'],
  ['附生活照', 'looks'],
  ['限汉族', 'ethnicity'],
  ['少数民族勿扰', 'ethnicity'],
  ['无宗教信仰', 'ethnicity'],
  ['无乙肝', 'health'],
  ['残疾人勿扰', 'health'],
  ['限本地户口', 'origin'],
  ['外地人勿扰', 'origin'],
  ['入职交押金200元', 'fee'],
  ['扣押身份证', 'fee'],
  ['可办培训贷', 'fee'],
  ['包就业', 'promise'],
  ['工资面议', 'pay'],
])('%s is stopped as %s, with its words, the law and what would mend it (R-JOB-01 … R-JOB-03)', (text, kind) => {
  const [finding, ...others] = findDiscrimination({ conditions: `会用电脑，${text}，踏实肯干` })
  expect(others).toEqual([])
  expect(finding?.kind).toBe(kind)
  expect(text.normalize('NFKC')).toContain(finding?.words)
  for (const said of [finding?.what, finding?.law, finding?.mend]) {
    expect(said?.zh).toMatch(/\p{Script=Han}/u)
    expect(said?.en).toMatch(/[a-z]/)
  }
})

test.each([
  '男女不限，会用电脑',
  '性别不限、年龄不限、婚育不限',
  '不限民族，不限户籍',
  '年满18周岁，未满十六周岁勿投',
  '法定退休年龄以内',
  '欢迎女性应聘，欢迎宝妈',
  '不收押金，不收取任何费用，不扣身份证',
  '提供单身宿舍，时间面议',
  '照看60-70岁老人，教3至6岁孩子',
  '负责产科孕检登记，维护单位形象',
  '面试时不问婚育情况',
  '持健康证上岗',
  '从事女性用品和男装销售',
])('%s is nobody’s discrimination', (text) => {
  expect(kinds(text)).toEqual([])
})

test('a limit to men is lawful for work the law closes to women, and nothing else is (女职工劳动保护特别规定 附录)', () => {
  for (const protectedWork of ['mine', 'heavy', 'lifting']) {
    expect(kinds('限男性', { protectedWork })).toEqual([])
    expect(kinds('限男性，未婚，35岁以下', { protectedWork })).toEqual(['marriage', 'age'])
  }
  expect(kinds('限男性', { protectedWork: 'none' })).toEqual(['men'])
})

test('blanks, marks and wide characters do not hide it; every field is read', () => {
  for (const text of ['限 男 性', '限·男·性', '限\u200b男性', '３５岁以下', '限*男*性'])
    expect(kinds(text)).toHaveLength(1)
  for (const field of readFields)
    expect(findDiscrimination({ [field]: '未婚优先' }).map((f) => f.field)).toEqual([field])
})

test('whatever stands around it, what is forbidden is found, and ordinary words alone are not', () => {
  const ordinary = fc
    .array(fc.constantFrom('收银', '整理货架', '会用电脑', '能吃苦', '早八点到岗', '有餐饮经验', '会说蒙古语'), {
      maxLength: 6,
    })
    .map((words) => words.join('，'))
  fc.assert(
    fc.property(ordinary, ordinary, fc.constantFrom('限男性', '未婚', '孕检', '35岁以下', '形象好'), (a, b, bad) => {
      expect(kinds(a)).toEqual([])
      expect(kinds(`${a}，${bad}，${b}`)).toHaveLength(1)
      expect(findDiscrimination({ duties: `${a}${bad}` })).toEqual(findDiscrimination({ duties: `${a}${bad}` }))
    }),
  )
})

test('no rule is there for nothing, and none runs long on a text made to hang it', () => {
  const long = '男'.repeat(1000) + '不招女'.repeat(300) + '年龄'.repeat(500)
  const begun = performance.now()
  findDiscrimination({ duties: long, conditions: long })
  expect(performance.now() - begun).toBeLessThan(500)
  expect(new Set(rules.map(({ kind }) => kind)).size).toBe(rules.length)
})
