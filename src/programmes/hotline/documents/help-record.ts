import { formatDay } from '../../../core/day.ts'
import type { Block, DocumentTemplate } from '../../../core/document.ts'
import { matterCategories, matterChannels, matterSubcategories } from '../../../core/rights-words.ts'
import { lawArticles } from '../advice.ts'
import { evidenceKinds } from '../forms.ts'
import type { ContactState } from '../steps.ts'
import { momentZh, named, namesOf } from './words.ts'

/**
 * 求助（投诉）记录证明: a federation's record of a call for help is evidence for a protection order
 * (法释〔2022〕17号 第六条第八项; R-DV-03). It says who came when, what she said and what was done, each later change with its moment.
 */
export const helpRecord: DocumentTemplate<ContactState> = {
  label: { zh: '求助（投诉）记录证明', en: 'Record of a request for help' },
  version: 1,
  by: ['operator', 'rights'],
  in: ['answered', 'closed-advice', 'to-case', 'transferred'],
  rule: 'R-DV-03',
  body: ({ facts, recordNumber, documentNumber, org, today }) => {
    const { answers, history } = facts
    const edits = history.filter(({ action }) => action === 'edit')
    const blocks: Block[] = [
      { block: 'heading', text: '求助（投诉）记录证明' },
      {
        block: 'paragraph',
        text: `编号：${documentNumber}　登记号：${recordNumber ?? '—'}　版本：第 ${edits.length + 1} 版`,
      },
      {
        block: 'paragraph',
        indent: true,
        text: `下列内容为本单位依照《中华人民共和国反家庭暴力法》第十三条受理求助时的登记，与登记档案一致。`,
      },
      {
        block: 'rows',
        rows: [
          ['来电来访时间', momentZh(answers.receivedAt) ?? String(answers.receivedOn ?? '')],
          ['方式', named(matterChannels, answers.channel)],
          ['求助人', answers.anonymous === true ? '不愿留名' : String(answers.callerName ?? '未留')],
          ['联系电话', answers.anonymous === true ? '未留' : String(answers.callerPhone ?? '未留')],
          [
            '反映事项',
            [named(matterCategories, answers.category), named(matterSubcategories, answers.subcategory)]
              .filter(Boolean)
              .join('（')
              .concat(answers.subcategory ? '）' : ''),
          ],
          ['对方情况', String(answers.opposite ?? '未说')],
          ['涉及未成年人', String(answers.children ?? '未说')],
          ['求助人陈述', String(answers.narrative ?? '未说')],
          ['求助人要求', String(answers.request ?? '未说')],
          ['求助人所述证据', namesOf(evidenceKinds, answers.evidence) || '未说'],
          ['本单位答复', String(answers.advice ?? '未答复')],
          ['依据', namesOf(lawArticles, answers.laws) || '—'],
        ],
      },
      { block: 'heading', text: '登记经过' },
      {
        block: 'table',
        head: ['时间', '事项'],
        rows: history.map((done) => [momentZh(done.at) ?? done.on, steps[done.action] ?? done.action]),
      },
      {
        block: 'paragraph',
        text:
          edits.length === 0
            ? '登记后未作修改。'
            : `登记后修改 ${edits.length} 次，每次修改前后的内容均存档，可调阅核对。`,
      },
      { block: 'paragraph', text: `出具日期：${formatDay(today, 'zh')}。本证明只交求助人本人或依法调取的机关。` },
      { block: 'signatures', lines: ['记录人', '求助人（核对无误后签名或按手印）'] },
      { block: 'seal', org, on: today },
    ]
    return blocks
  },
}

/** The steps in the words of the page. */
const steps: Readonly<Record<string, string>> = {
  create: '登记',
  edit: '修改登记',
  answer: '答复',
  alarm: '标记紧急危险',
  tell110: '告知110',
  allClear: '核实眼下安全',
  refer: '转介',
  ownWish: '记本人意愿',
  report: '强制报告',
  toCase: '转为个案',
  transfer: '转接',
  closeAdvice: '答复后办结',
  promise: '约定回电',
  callback: '回电',
  reopen: '重新办理',
}
