import { honourRefusals } from './honour-refusals.ts'
import { indicatorRefusals } from './indicator-refusals.ts'
import { localRefusals } from './local-refusals.ts'
import { publishedRefusals } from './published-refusals.ts'
import { volunteerRefusals } from './volunteer-refusals.ts'

interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 429 | 503
  readonly zh: string
  readonly en: string
}

/** Every code the house refuses with: HTTP status and what the person reads. docs/refusals.md is printed from this. */
export const refusalTexts = {
  // The request itself
  'input-invalid': {
    status: 400,
    zh: '填写有误：{what}。请改正后再提交。',
    en: 'Something is not right: {what}. Please correct it and send again.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到。可能不存在，或不在您的权限内。',
    en: 'Not found. It may not exist, or not be yours to see.',
  },
  'method-unknown': { status: 404, zh: '没有这个接口。', en: 'There is no such endpoint.' },
  'too-large': {
    status: 413,
    zh: '内容太大，最多 {limit}。请缩小后再传。',
    en: 'Too large: at most {limit}. Please make it smaller.',
  },
  'type-unsupported': {
    status: 415,
    zh: '不支持这种文件或格式，可用：{allowed}。',
    en: 'This kind of file or format is not accepted. Use: {allowed}.',
  },
  'too-many': {
    status: 429,
    zh: '操作太频繁，请过 {seconds} 秒再试。',
    en: 'Too many requests. Please try again in {seconds} seconds.',
  },
  busy: {
    status: 503,
    zh: '系统正忙，您填的内容没有丢，请稍后再试。',
    en: 'The system is busy. Nothing you entered is lost; please try again shortly.',
  },
  'cross-site': {
    status: 403,
    zh: '请求来源不对，请从本站页面操作。',
    en: 'The request did not come from this site. Please use its own pages.',
  },
  'cursor-invalid': {
    status: 400,
    zh: '翻页位置无效，请回到第一页。',
    en: 'That page position is not valid. Please go back to the first page.',
  },

  // Signing in
  'signed-out': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'sign-in-wrong': { status: 401, zh: '账号或密码不对。', en: 'The name or the password is wrong.' },
  'sign-in-locked': {
    status: 423,
    zh: '输错次数太多，已锁定，{minutes} 分钟后再试，或请账号管理员解锁。',
    en: 'Locked after too many wrong tries. Try again in {minutes} minutes or ask your administrator.',
  },
  'totp-needed': {
    status: 401,
    zh: '请输入验证器上的 6 位动态码。',
    en: 'Please enter the 6-digit code from your authenticator.',
  },
  'totp-wrong': {
    status: 401,
    zh: '动态码不对或已用过，请等下一个。',
    en: 'The code is wrong or used already. Wait for the next one.',
  },
  'totp-required': {
    status: 403,
    zh: '这个岗位能看敏感信息，请先绑定动态码（我的账号—动态码）。',
    en: 'This post can see sensitive data. Please set up two-step sign-in first (My account).',
  },
  'password-weak': {
    status: 422,
    zh: '密码太弱：至少 12 位，不能含账号名，也不能是常见密码。',
    en: 'The password is too weak: at least 12 characters, without your sign-in name, and not a common one.',
  },
  'password-change-needed': {
    status: 403,
    zh: '这是初始密码，请先改密码。',
    en: 'This is a first password. Please change it before going on.',
  },
  'account-disabled': {
    status: 401,
    zh: '账号已停用，请联系本级账号管理员。',
    en: 'This account is closed. Please ask your administrator.',
  },
  'demo-account': {
    status: 403,
    zh: '这是大家共用的演示账号，不能改密码、动态码，也不能停用。',
    en: 'This demo account is shared by everybody: its password and code stay as they are, and it cannot be closed.',
  },

  // Posts and rights
  'post-needed': { status: 403, zh: '请先选择一个岗位。', en: 'Please choose a post first.' },
  'not-allowed': { status: 403, zh: '您的岗位不能做这一步。', en: 'Your post cannot do this.' },
  'own-post': {
    status: 403,
    zh: '不能给自己加岗位或改岗位，请上级账号管理员办理。',
    en: 'You cannot give or change your own posts. Ask the administrator above you.',
  },
  'totp-none': {
    status: 409,
    zh: '这个账号没有绑定动态码，或者已经有人申请了。',
    en: 'This account has no second step, or somebody has asked already.',
  },
  'separated-roles': {
    status: 422,
    zh: '账号管理、安全、审计三种岗位须由三个人担任。',
    en: 'Account, security and audit posts must be held by three different people.',
  },
  'partner-post': {
    status: 422,
    zh: '协作单位只设“协作单位岗”，家政公司只设“家政公司岗”；这两种岗也只设在那里。',
    en: 'A partner agency has partner posts only, a domestic-service company has posts of its own kind only, and nobody else has either.',
  },
  'post-exists': { status: 409, zh: '她已经有这个岗位。', en: 'She already holds this post.' },
  'name-taken': {
    status: 409,
    zh: '这个账号名已有人用，请换一个。',
    en: 'That sign-in name is taken. Please choose another.',
  },
  'second-person': { status: 403, zh: '这一步要由另一个人来做。', en: 'This step needs a second person.' },

  // Records
  'state-passed': {
    status: 409,
    zh: '这件事现在是“{state}”，不能再做这一步。请刷新看看最新进展。',
    en: 'This is now “{state}”; the step is no longer possible. Please refresh.',
  },
  'needs-unmet': { status: 422, zh: '还差一步：{need}。', en: 'Something is still missing: {need}.' },
  'stale-edit': {
    status: 409,
    zh: '别人刚改过这条记录。两个版本都列在下面，请核对后再存，您填的没有丢。',
    en: 'Someone has just changed this record. Both versions are shown; please compare and save again. Nothing you typed is lost.',
  },
  'draft-stale': {
    status: 409,
    zh: '这一通在另一个页面又写了新内容。两边都没有丢，请核对后再存。',
    en: 'Another page has written on since. Neither is lost; please compare and save again.',
  },
  'draft-gone': {
    status: 409,
    zh: '这一通已经登记、删除或过期，没有再存。本页的字还在，请核对后另记。',
    en: 'This entry was filed, deleted or has expired, so it was not saved again. What you typed is still on the page.',
  },
  'action-reused': {
    status: 409,
    zh: '这个操作编号已用于另一件事。',
    en: 'This action id was used for something else.',
  },
  'reason-needed': { status: 422, zh: '请写明原因。', en: 'Please give the reason.' },
  'field-needed': { status: 422, zh: '请填写“{label}”。', en: 'Please fill in “{label}”.' },
  'field-invalid': { status: 422, zh: '“{label}”有误：{what}。', en: '“{label}” is not right: {what}.' },
  'field-unknown': { status: 422, zh: '没有“{label}”这一项。', en: 'There is no field “{label}”.' },
  'date-future': { status: 422, zh: '“{label}”不能晚于今天。', en: '“{label}” cannot be later than today.' },
  'programme-unknown': { status: 404, zh: '没有这项服务。', en: 'There is no such service.' },
  'attendee-twice': {
    status: 409,
    zh: '她已经签到了，不会重复计数。',
    en: 'She has already signed in; she is not counted twice.',
  },
  'code-expired': {
    status: 422,
    zh: '签到码已过期，请让工作人员重新出示。',
    en: 'The sign-in code has expired. Please ask the organiser for a new one.',
  },
  'evidence-needed': {
    status: 422,
    zh: '清点人数请附签到表照片，或改记为估计并写明原因。',
    en: 'Attach the sign-in sheet to a head-count, or record it as an estimate with the reason.',
  },
  'org-unknown': {
    status: 422,
    zh: '没有这个组织，或不在您的范围内。',
    en: 'There is no such organisation, or it is outside your scope.',
  },
  'org-ended': {
    status: 422,
    zh: '这个组织已撤并，请选择“{successor}”。',
    en: 'That organisation has been merged. Please choose “{successor}”.',
  },
  'already-claimed': {
    status: 409,
    zh: '她已经享受过，或者有一件正在办，不能重复。',
    en: 'She has had this already, or one is under way; it cannot be given again.',
  },
  'couple-not-attended': {
    status: 422,
    zh: '服装补贴只给到场参加了集体婚礼的那两个人：先在“集体婚礼新人”里记到场。',
    en: 'The clothing subsidy is for the two who attended a group wedding: please record their attendance first.',
  },
  'already-registered': {
    status: 409,
    zh: '已经登记过了，不能重复登记。',
    en: 'This is registered already; it cannot be entered twice.',
  },
  'org-merge-wrong': { status: 422, zh: '不能这样撤并：{what}。', en: 'This merger is not possible: {what}.' },
  'seat-taken': { status: 409, zh: '她已经是这个组织的执委。', en: 'She already sits on this committee.' },
  'term-overlap': { status: 422, zh: '与已有任期重叠。', en: 'It overlaps with another term.' },

  // People
  'id-number-wrong': { status: 422, zh: '证件号码不对：{what}。', en: 'The identity number is wrong: {what}.' },
  'phone-wrong': { status: 422, zh: '电话号码不对，请核对。', en: 'The phone number is not right. Please check it.' },
  'person-exists': {
    status: 409,
    zh: '这个证件号已登记在{keeper}，请直接使用那条记录，不要重复登记。',
    en: 'This identity number is already registered at {keeper}. Please use that record.',
  },
  'person-similar': {
    status: 409,
    zh: '有姓名、生日相近的人，请先看看是不是同一个人。',
    en: 'There are people with a similar name and birth date. Please check whether she is one of them.',
  },
  'guardian-needed': {
    status: 422,
    zh: '未满 14 周岁，须有监护人同意。',
    en: 'Under 14: a guardian’s consent is needed.',
  },
  'consent-needed': {
    status: 422,
    zh: '须先取得本人对“{purpose}”的同意。',
    en: 'Her consent for “{purpose}” is needed first.',
  },
  'merge-self': { status: 422, zh: '不能与自己合并。', en: 'A record cannot be merged with itself.' },
  'merge-documents-differ': {
    status: 422,
    zh: '两条登记的证件号不同，不是同一个人。如果有一个抄错了，请先改正。',
    en: 'The two rows have different identity numbers. If one was miscopied, correct it first.',
  },
  'merged-already': {
    status: 409,
    zh: '这条登记已并入另一条，请使用那一条。',
    en: 'This row has been merged into another. Please use that one.',
  },
  'merge-later-first': {
    status: 409,
    zh: '之后还有一次合并，请先撤销那一次。',
    en: 'There was a later merge. Please undo that one first.',
  },
  'person-erased': {
    status: 409,
    zh: '她的个人信息已删除，不能再用。',
    en: 'Her personal data have been erased and cannot be used.',
  },
  'number-in-address': {
    status: 422,
    zh: '完整的证件号或电话请用“按号码查找”，不要放在网址里。',
    en: 'Please use “find by number” for a whole number; it must not stand in an address.',
  },
  'purpose-needed': { status: 422, zh: '查看原文请写明用途。', en: 'Please say what you need the original for.' },

  // Figures
  'measure-unknown': { status: 404, zh: '没有这个指标。', en: 'There is no such measure.' },
  'period-wrong': {
    status: 422,
    zh: '期间不对：开始日期要早于结束日期。',
    en: 'The period is not right: it must start before it ends.',
  },
  'figure-confidential': {
    status: 403,
    zh: '这个指标涉及隐私，只在旗县以上汇总显示。',
    en: 'This measure is confidential and shown from banner level upward only.',
  },
  'period-whole-months': {
    status: 422,
    zh: '这个指标涉及隐私，期间请选整月。',
    en: 'This measure is confidential: please choose whole months.',
  },
  'period-half-years': {
    status: 422,
    zh: '这个指标涉及隐私，盟市、旗县的数按半年公布：期间请选上半年、下半年或整年。',
    en: 'This measure is confidential: below the region it is told by half-years. Please choose half-years or years.',
  },
  'out-of-scope': { status: 403, zh: '不在您岗位的范围内。', en: 'That is outside the scope of your post.' },
  'as-of-wrong': { status: 422, zh: '“截至”时间无效。', en: 'The as-of time is not valid.' },

  ...localRefusals,
  ...publishedRefusals,
  ...indicatorRefusals,
  ...honourRefusals,
  ...volunteerRefusals,

  // Files and imports
  'file-wrong': {
    status: 422,
    zh: '文件打不开或已损坏，请重新选择。',
    en: 'The file cannot be opened. Please choose it again.',
  },
  'sheet-wrong': {
    status: 422,
    zh: '这不是本系统的模板，或版本不对。请下载最新模板再填。',
    en: 'This is not our template, or an old version. Please download the current one.',
  },
  'draft-wrong': {
    status: 422,
    zh: '只检查 .docx 和 .txt。这个文件不是，或已损坏。',
    en: 'Only .docx and .txt are checked; this file is neither, or damaged.',
  },
  'draft-empty': { status: 422, zh: '里面没有文字。请粘贴正文或换一个文件。', en: 'There is no text in it.' },
  'draft-too-long': {
    status: 422,
    zh: '一次最多检查 {limit} 字，请分几次。',
    en: 'At most {limit} characters at a time. Please split the text.',
  },
  'finding-gone': {
    status: 409,
    zh: '这处问题已经没有了（稿子或数字改过），请刷新。',
    en: 'That finding is gone: the text or a figure has changed. Please reload.',
  },
  'statements-wrong': {
    status: 422,
    zh: '这不是已发布数字表，或第 {line} 行不对。',
    en: 'This is no sheet of published numbers, or line {line} is wrong.',
  },
  'rows-too-many': {
    status: 422,
    zh: '一次最多导入 {limit} 行，请分几次。',
    en: 'At most {limit} rows at a time. Please split the file.',
  },

  // Documents
  'document-not-now': {
    status: 409,
    zh: '现在是“{state}”，还不能（或不能再）出具这份文书。',
    en: 'It is “{state}” now; this document cannot be issued.',
  },
  'document-unchanged': {
    status: 409,
    zh: '内容没有变化，请直接重印已出具的 {number}。',
    en: 'Nothing has changed. Please print {number} again.',
  },
  'document-gone': {
    status: 409,
    zh: '内容已按删除要求销毁，不能再出具或打印；编号和校验值还在。',
    en: 'What it says was destroyed with the data of a person; its number and checksum remain.',
  },
  'document-too-long': {
    status: 422,
    zh: '一份文书最多列 {limit} 条，请分开办理。',
    en: 'A document lists at most {limit} records.',
  },

  // Money
  'fund-overdrawn': {
    status: 409,
    zh: '“{fund}”的钱（或物）不够：扣除已批准未付的部分，余额不足。',
    en: '“{fund}” does not have that much left after what is approved and not paid yet.',
  },
  'fund-closed': {
    status: 422,
    zh: '“{fund}”在这一天没有开放，或已结束。',
    en: '“{fund}” is not open on that day, or has ended.',
  },
  'fund-not-usable': {
    status: 422,
    zh: '不能用这笔资金：只能用本级或上级的、而且许可用于这项服务的资金。',
    en: 'That fund cannot be used: it must be your organisation’s own or one above it, and allowed for this service.',
  },
  'fund-code-taken': { status: 409, zh: '本级已有这个资金代码。', en: 'This fund code is already in use here.' },
  'nothing-payable': {
    status: 422,
    zh: '没有可以发放的：要么都不在待付状态，要么户名、账号、金额有问题，请看明细。',
    en: 'Nothing can be paid: no record is due, or names, accounts or amounts are not in order.',
  },
  'declaration-needed': {
    status: 422,
    zh: '请先声明：与名单上的人没有亲属等利害关系；有关系的请换人审批。',
    en: 'Please declare first that none of the payees is related to you; otherwise another person must approve.',
  },
  'month-not-over': {
    status: 422,
    zh: '这个月还没有过完，不能结账。',
    en: 'That month is not over and cannot be closed.',
  },
  'answers-wrong': {
    status: 422,
    zh: '银行回单有 {count} 行不对，一行都没有入账。第一处：第 {row} 行，{what}。',
    en: 'The bank’s answer has {count} wrong rows; none was taken. The first: row {row}, {what}.',
  },
} as const satisfies Record<string, RefusalText>

export type RefusalCode = keyof typeof refusalTexts
