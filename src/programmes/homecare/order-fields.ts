import { field } from '../../core/field.ts'
import { company, priceUnits, services, yes } from './words.ts'

/** What the client tells. Her name, phone and home are read by the company's own posts, by nobody above (R-HK-05, R-PRI-03). */
export const opening = {
  category: field.choice(services, { label: { zh: '要什么服务', en: 'Service' }, class: 'P1', required: true }),
  requestedOn: field.day({ label: { zh: '下单日期', en: 'Asked on' }, class: 'P1', required: true, past: true }),
  company,
  item: field.record('homecare-item', {
    label: { zh: '哪个服务项目', en: 'Service offered' },
    class: 'P1',
    standing: ['published'],
  }),
  client: field.text({ label: { zh: '客户称呼', en: 'Client' }, class: 'P3', required: true, max: 60 }),
  phone: field.text({ label: { zh: '客户电话', en: 'Phone' }, class: 'P3', required: true, max: 20 }),
  address: field.text({
    label: { zh: '服务地址', en: 'Address' },
    class: 'P3',
    required: true,
    min: 5,
    max: 120,
    help: {
      zh: '只有接这一单的公司看得到，派单后告诉家政员。',
      en: 'Seen by this company only, told to the worker once she is assigned.',
    },
  }),
  household: field.choices(
    {
      infant: { zh: '有婴幼儿', en: 'An infant' },
      child: { zh: '有孩子', en: 'Children' },
      elder: { zh: '有老人', en: 'Elders' },
      patient: { zh: '有人要照护', en: 'Somebody in need of care' },
      pet: { zh: '有宠物', en: 'Pets' },
    },
    { label: { zh: '家里的情况', en: 'The household' }, class: 'P3' },
  ),
  startsOn: field.day({ label: { zh: '希望哪天开始', en: 'Wished for' }, class: 'P1', required: true }),
  times: field.text({ label: { zh: '时间、次数', en: 'Times' }, class: 'P1', max: 80 }),
}

/** What a contract must say (R-HK-03); the house keeps that it does, and its number. */
export const contractTerms = {
  tasks: { zh: '服务内容和地点', en: 'Tasks and place' },
  pay: { zh: '价格和付款', en: 'Price and payment' },
  rest: { zh: '时间和休息', en: 'Hours and rest' },
  insurance: { zh: '保险和责任', en: 'Insurance and liability' },
  ending: { zh: '怎么变更、解除', en: 'Change and ending' },
  documents: { zh: '不扣押证件', en: 'No documents are held' },
}

export const agreeing = {
  price: field.money({ label: { zh: '约定价格', en: 'Agreed price' }, class: 'P1', required: true }),
  unit: field.choice(priceUnits, { label: { zh: '怎么算', en: 'For' }, class: 'P1', required: true }),
  contractNo: field.text({ label: { zh: '合同编号', en: 'Contract no.' }, class: 'P1', required: true, max: 60 }),
  terms: field.screening(contractTerms, {
    label: { zh: '合同里都写了', en: 'The contract says' },
    class: 'P1',
    required: true,
  }),
  disclosed: yes(
    '客户已按要求告知家里有没有传染病、精神疾病（只记告知了没有）',
    'The client has told of infectious or mental illness at home (only that it was told)',
  ),
}

export const assigning = {
  worker: field.record('homecare-worker', {
    label: { zh: '派谁去', en: 'Worker' },
    class: 'P2',
    required: true,
    standing: ['listed'],
    eachTime: true,
    help: {
      zh: '只能选“在册可派”的；健康证明过期、休息、暂停的选不了。',
      en: 'Only one who is listed: nobody expired, resting or suspended.',
    },
  }),
  fits: field.choice(
    {
      seen: { zh: '看过她这一类的证书，在有效期内', en: 'Her certificate for this was seen and is valid' },
      plain: { zh: '这一类不要求证书', en: 'None is asked for' },
    },
    {
      label: { zh: '证书', en: 'Certificate' },
      class: 'P1',
      required: true,
      help: { zh: '母婴、婴幼儿、养老、病患照护要看证书。', en: 'Asked for where people are cared for.' },
    },
  ),
}

export const rating = {
  proof: field.choice(
    {
      signed: { zh: '客户在服务确认单上签字', en: 'Signed on the service sheet' },
      called: { zh: '电话回访，客户说的', en: 'Told on the phone' },
      online: { zh: '客户在网上确认', en: 'Confirmed online' },
    },
    { label: { zh: '客户怎么确认的', en: 'How the client confirmed' }, class: 'P1', required: true },
  ),
  content: field.choice(
    {
      yes: { zh: '满意', en: 'Content' },
      no: { zh: '不满意', en: 'Not content' },
      silent: { zh: '没有说', en: 'Did not say' },
    },
    { label: { zh: '客户觉得这次服务', en: 'The client finds this service' }, class: 'P1', required: true },
  ),
  words: field.text({ label: { zh: '客户的话（可以不写）', en: 'In the client’s words' }, class: 'P2', max: 500 }),
}
