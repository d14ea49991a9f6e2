import { expect, test } from 'vitest'
import { linesOf } from '../../../test/support/docx.ts'
import type { DocumentData } from '../../core/document.ts'
import { reachedIn } from '../../core/procedure.ts'
import type { Done, Facts } from '../../core/programme.ts'
import { documents } from '../../programmes/mediation/documents/documents.ts'
import { renderDocx } from './docx/render-docx.ts'
import { pagesOf } from './pages.ts'

const answers = {
  title: '离婚与抚养费纠纷',
  appliedOn: '2026-03-02',
  dispute: 'divorce',
  parties: [
    { person: 'a', role: 'applicant' },
    { person: 'b', role: 'respondent' },
  ],
  facts: '双方分居一年，为孩子抚养费争执。',
  safeContact: '只在周三上午联系',
  children: '一个，七岁',
  committee: '东旗人民调解委员会',
  clauses: [
    { type: 'identity', content: '双方同意解除婚姻关系' },
    { type: 'maintenance', content: '男方按月给付抚养费', amount: 123_450, due: '2026-12-31' },
    { type: 'payment', content: '男方退还彩礼' },
  ],
  oral: true,
}
const done = (action: string, from: string, to: string, on: string, said: Record<string, unknown> = {}): Done => ({
  action,
  from,
  to,
  on,
  at: `${on}T02:00:00Z`,
  answers: said,
})
const violence = { hit: false, threat: false, weapon: true, control: false, fear: false, child: false }
const history: Done[] = [
  done('create', '', 'applied', '2026-03-02'),
  done('consent', 'applied', 'applied', '2026-03-03', { side: 'applicant', agrees: true, way: 'signed' }),
  done('consent', 'applied', 'applied', '2026-03-04', { side: 'respondent', agrees: true, way: 'oral' }),
  done('inform', 'applied', 'applied', '2026-03-05'),
  done('declare', 'applied', 'applied', '2026-03-05'),
  done('screen', 'applied', 'applied', '2026-03-06', { apart: true, violence }),
  done('accept', 'applied', 'accepted', '2026-03-07'),
  done('session', 'accepted', 'mediating', '2026-03-10', {
    step: ['look', 'ask'],
    place: '婚调室',
    notes: '双方各自说了想法。',
    nextOn: '2026-03-14',
  }),
  done('session', 'mediating', 'mediating', '2026-03-14', { step: ['settle'], place: '村部', notes: '谈妥抚养费。' }),
  done('agree', 'mediating', 'agreed', '2026-03-16'),
  done('confirm', 'agreed', 'agreed', '2026-03-20'),
  done('result', 'agreed', 'agreed', '2026-04-01', { clause: 2, result: 'done' }),
  done('visit', 'done', 'done', '2026-04-20', { reached: true, calm: true, notes: '按月在给。' }),
]
const facts = (state: string, more: readonly Done[] = []): Facts => {
  const all = [...history, ...more]
  return {
    state,
    on: '2026-03-02',
    answers,
    history: all,
    reached: reachedIn(all),
    person: undefined,
    attendance: [],
    heads: [],
  }
}

async function linesIn(document: keyof typeof documents, of: Facts): Promise<string[]> {
  const data: DocumentData = {
    facts: of,
    recordNumber: 'HJ-152921-2026-00017',
    documentNumber: 'HJXX-152921-2026-00003',
    org: '东旗妇联',
    today: '2026-11-24',
    person: (id) => ({
      name: id === 'a' ? '其其格' : '巴图',
      number: '152921199003070000',
      phone: '13800001234',
      address: '东旗南镇九号',
    }),
    children: [],
  }
  return linesOf(renderDocx(pagesOf(documents[document], data)))
}

const draft =
  '特别说明：本协议不解除婚姻关系，也不确认或变更其他身份关系。涉及离婚的条款，只是双方向婚姻登记机关申请离婚登记或者向人民法院提起诉讼时使用的草稿，以登记或者生效裁判为准；人民法院不受理对身份关系、收养关系、婚姻关系的司法确认申请。'
const byHand = '本文书须打印后由本人亲笔签名或按手印，不适用电子签名（《中华人民共和国电子签名法》第三条）。'
const maintenance = '（子女抚养费）男方按月给付抚养费；金额：1,234.50元；2026年12月31日前履行。'
const blank = '＿＿＿＿＿＿＿＿　　　　年　　月　　日'

test.each([
  [
    'application',
    '人民调解申请书',
    ['其其格', '巴图', '离婚', '2026年3月2日', '不公开', answers.facts, byHand, `申请人：${blank}`],
  ],
  [
    'acceptance-register',
    '人民调解受理登记表',
    ['东旗人民调解委员会', '2026年3月7日', '2026年3月5日', '申请人', '同意', '本人签字', '口头，已记录', '东旗妇联'],
  ],
  [
    'rights-notice',
    '权利义务告知书',
    [
      '其其格、巴图：',
      '1．选择或者接受人民调解员；',
      '2．接受调解、拒绝调解，或者要求终止调解，不用说明理由；',
      '1．调解不收任何费用。',
      byHand,
    ],
  ],
  [
    'minutes',
    '调解笔录',
    [
      '第1次调解',
      '2026年3月10日',
      '望、问',
      '2026年3月14日',
      '双方各自说了想法。',
      '第2次调解',
      '切',
      '未约',
      '谈妥抚养费。',
      byHand,
    ],
  ],
  [
    'agreement',
    '人民调解协议书',
    [
      '其其格',
      '巴图',
      answers.facts,
      '1．（人身关系）双方同意解除婚姻关系。',
      `2．${maintenance}`,
      '3．（给付）男方退还彩礼。',
      draft,
      '1．本协议自双方签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。',
      byHand,
      `人民调解员：${blank}`,
      '东旗人民调解委员会',
      '2026年11月24日',
    ],
  ],
  [
    'oral-register',
    '口头协议登记表',
    ['2026年3月16日', '是', `2．${maintenance}`, '口头调解协议自各方当事人达成协议之日起生效。', '东旗人民调解委员会'],
  ],
  [
    'confirmation-application',
    '司法确认申请书',
    [
      '由双方各自当场填写',
      '2026年3月16日',
      '2026年4月15日',
      `1．${maintenance}`,
      '2．（给付）男方退还彩礼。',
      '调解协议中另有1条涉及身份关系，依照法释〔2011〕5号第四条，不申请确认。',
      '此致　　　　　　　　人民法院',
      byHand,
    ],
  ],
  ['follow-up-record', '回访记录', ['其其格、巴图', '已履行', '2026年4月1日', '未记', '2026年4月20日', '按月在给。']],
  [
    'closing-report',
    '结案报告',
    ['离婚', '2次', '3条，已履行1条', '2026年3月20日', '达成协议并已回访，办结', answers.facts],
  ],
  ['volume-cover', '人民调解卷宗', ['离婚', '2026', '卷内目录', '口头协议登记表', '司法确认申请书', '结案报告']],
] as const)('%s says what it must', async (document, title, texts) => {
  const lines = await linesIn(document, facts('done', [done('finish', 'performing', 'done', '2026-04-18')]))
  expect(lines[0]).toBe(title)
  for (const text of ['HJXX-152921-2026-00003', 'HJ-152921-2026-00017', ...texts]) expect(lines).toContain(text)
})

test('the notice of an end says what else is open to them, and neither why it ended nor who wished it', async () => {
  const failed = done('fail', 'mediating', 'failed', '2026-05-01', { routes: ['court', 'legal-aid'] })
  const lines = await linesIn('termination-notice', facts('failed', [failed]))
  expect(lines).toContain(
    '你们于2026年3月2日申请调解的纠纷，现依照《中华人民共和国人民调解法》第二十六条，于2026年5月1日终止调解。',
  )
  expect(lines).toContain('你们可以依法通过下列途径维护自己的权利：向人民法院起诉、申请法律援助。')
  const withdrawn = done('withdraw', 'mediating', 'refused', '2026-05-02', { side: 'applicant', way: 'oral' })
  const other = (await linesIn('termination-notice', facts('refused', [withdrawn]))).join('\n')
  expect(other).toContain('2026年5月2日终止调解')
  for (const word of ['申请人', '撤回', '拒绝', '口头']) expect(other).not.toContain(word)
})

test('no page of the volume bears an address, a phone, a document number, the safe contact or what the screening found', async () => {
  for (const document of Object.keys(documents) as (keyof typeof documents)[]) {
    const text = (await linesIn(document, facts('done'))).join('\n')
    for (const secret of ['152921199003070000', '13800001234', '东旗南镇九号', '只在周三上午联系', '七岁', '刀具'])
      expect(text, document).not.toContain(secret)
  }
})

test('an agreement on money alone is no draft for the registry', async () => {
  const money = { ...facts('agreed'), answers: { ...answers, dispute: 'property', clauses: [answers.clauses[2]] } }
  expect(await linesIn('agreement', money)).not.toContain(draft)
})

test('the cover and the closing report need nobody’s name', async () => {
  for (const document of ['volume-cover', 'closing-report'] as const)
    expect((await linesIn(document, facts('done'))).join('')).not.toMatch(/其其格|巴图/)
})
