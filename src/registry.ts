import type { Programme } from './core/programme.ts'
import { findLocal } from './local-programmes.ts'
import { careSubject } from './programmes/care/care-subject.ts'
import { careVisit } from './programmes/care/care-visit.ts'
import { pairSupport } from './programmes/care/pair-support.ts'
import { childrensDay } from './programmes/children/childrens-day.ts'
import { holidayCare } from './programmes/children/holiday-care.ts'
import { agreementCommitment } from './programmes/cooperation/agreement-commitment.ts'
import { cooperationAgreement } from './programmes/cooperation/cooperation-agreement.ts'
import { expertConsultation } from './programmes/cooperation/expert-consultation.ts'
import { jointAction } from './programmes/cooperation/joint-action.ts'
import { northernVisit } from './programmes/cooperation/northern-visit.ts'
import { thinkTankExpert } from './programmes/cooperation/think-tank-expert.ts'
import { visitResult } from './programmes/cooperation/visit-result.ts'
import { dandelionCall } from './programmes/dandelion/dandelion-call.ts'
import { dandelionInstalment } from './programmes/dandelion/dandelion-instalment.ts'
import { dandelionProject } from './programmes/dandelion/dandelion-project.ts'
import { dandelionService } from './programmes/dandelion/dandelion-service.ts'
import { craftOrder } from './programmes/employment/craft-order.ts'
import { craftWork } from './programmes/employment/craft-work.ts'
import { craftswoman } from './programmes/employment/craftswoman.ts'
import { employer } from './programmes/employment/employer.ts'
import { jobFair } from './programmes/employment/job-fair.ts'
import { jobIntent } from './programmes/employment/job-intent.ts'
import { jobLive } from './programmes/employment/job-live.ts'
import { jobPost } from './programmes/employment/job-post.ts'
import { liftedWomen } from './programmes/employment/lifted-women.ts'
import { skillClass } from './programmes/employment/skill-class.ts'
import { trainingProject } from './programmes/employment/training-project.ts'
import { womenBase } from './programmes/employment/women-base.ts'
import { familyActivity } from './programmes/family-education/activity.ts'
import { familyConsult } from './programmes/family-education/consult.ts'
import { familyCourse } from './programmes/family-education/course.ts'
import { parentEpisode } from './programmes/family-education/episode.ts'
import { familyFilm } from './programmes/family-education/film.ts'
import { familyGuide } from './programmes/family-education/guide.ts'
import { guideTraining } from './programmes/family-education/guide-training.ts'
import { guidanceOrder } from './programmes/family-education/order.ts'
import { familyPlace } from './programmes/family-education/place.ts'
import { familyStory } from './programmes/family-story/family-story.ts'
import { familyTradition } from './programmes/family-story/family-tradition.ts'
import { loanProduct } from './programmes/finance/loan-product.ts'
import { loanReferral } from './programmes/finance/loan-referral.ts'
import { loanReport } from './programmes/finance/loan-report.ts'
import { subsidisedLoan } from './programmes/finance/subsidised-loan.ts'
import { donation } from './programmes/gifts/donation.ts'
import { donorHonour } from './programmes/gifts/donor-honour.ts'
import { donorTribute } from './programmes/gifts/donor-tribute.ts'
import { giftBatch } from './programmes/gifts/gift-batch.ts'
import { giftIssue } from './programmes/gifts/gift-issue.ts'
import { healthTalk } from './programmes/health/health-talk.ts'
import { healthTrip } from './programmes/health/health-trip.ts'
import { healthVehicle } from './programmes/health/health-vehicle.ts'
import { homecareClass } from './programmes/homecare/class.ts'
import { homecareCompany } from './programmes/homecare/company.ts'
import { homecareComplaint } from './programmes/homecare/complaint.ts'
import { homecareOrder } from './programmes/homecare/order.ts'
import { homecarePlacement } from './programmes/homecare/placement.ts'
import { homecareSafety } from './programmes/homecare/safety.ts'
import { homecareItem } from './programmes/homecare/service-item.ts'
import { homecareStandard } from './programmes/homecare/standard.ts'
import { homecareWorker } from './programmes/homecare/worker.ts'
import { award } from './programmes/honours/award.ts'
import { collectiveNomination } from './programmes/honours/collective-nomination.ts'
import { contestEntry } from './programmes/honours/contest-entry.ts'
import { essayReview } from './programmes/honours/essay-review.ts'
import { familyNomination } from './programmes/honours/family-nomination.ts'
import { honourCall } from './programmes/honours/honour-call.ts'
import { personNomination } from './programmes/honours/person-nomination.ts'
import { hotlineContact } from './programmes/hotline/contact.ts'
import { insuranceBatch } from './programmes/insurance/insurance-batch.ts'
import { insuranceClaim } from './programmes/insurance/insurance-claim.ts'
import { insured } from './programmes/insurance/insured.ts'
import { lawyer } from './programmes/legal/lawyer.ts'
import { legalAdvice } from './programmes/legal/legal-advice.ts'
import { legalClinic } from './programmes/legal/legal-clinic.ts'
import { clothingSubsidy } from './programmes/matchmaking/clothing-subsidy.ts'
import { couple } from './programmes/matchmaking/couple.ts'
import { groupWedding } from './programmes/matchmaking/group-wedding.ts'
import { matchEvent } from './programmes/matchmaking/match-event.ts'
import { matchReport } from './programmes/matchmaking/match-report.ts'
import { profileTakedown } from './programmes/matchmaking/profile-takedown.ts'
import { singleProfile } from './programmes/matchmaking/single-profile.ts'
import { weddingCouple } from './programmes/matchmaking/wedding-couple.ts'
import { mediation } from './programmes/mediation/mediation.ts'
import { mediatorMember } from './programmes/mediation/mediator.ts'
import { roomAction } from './programmes/mediation/room-action.ts'
import { mediationRoom } from './programmes/mediation/rooms.ts'
import { association } from './programmes/organising/association.ts'
import { associationMember } from './programmes/organising/association-member.ts'
import { coverageGap } from './programmes/organising/coverage-gap.ts'
import { delegation } from './programmes/organising/delegation.ts'
import { election } from './programmes/organising/election.ts'
import { exchangeAgreement } from './programmes/organising/exchange-agreement.ts'
import { homeActivity } from './programmes/organising/home-activity.ts'
import { initiative } from './programmes/organising/initiative.ts'
import { issuedRule } from './programmes/organising/issued-rule.ts'
import { methodRound } from './programmes/organising/method-round.ts'
import { orgSetup } from './programmes/organising/org-setup.ts'
import { serviceRequest } from './programmes/organising/service-request.ts'
import { workMethod } from './programmes/organising/work-method.ts'
import { campaign } from './programmes/outreach/campaign.ts'
import { clipping } from './programmes/outreach/clipping.ts'
import { educationBase } from './programmes/outreach/education-base.ts'
import { outreachEvent } from './programmes/outreach/event.ts'
import { lecture } from './programmes/outreach/lecture.ts'
import { lecturer } from './programmes/outreach/lecturer.ts'
import { mediaAccount } from './programmes/outreach/media-account.ts'
import { mediaPost } from './programmes/outreach/media-post.ts'
import { onlineLecture } from './programmes/outreach/online-lecture.ts'
import { outreachStory } from './programmes/outreach/story.ts'
import { eventSuggestion } from './programmes/outreach/suggestion.ts'
import { outreachTopic } from './programmes/outreach/topic.ts'
import { petition } from './programmes/petition/petition.ts'
import { petitionCare } from './programmes/petition/petition-care.ts'
import { legalDocument } from './programmes/policy/legal-document.ts'
import { policyCommitment } from './programmes/policy/policy-commitment.ts'
import { pressConference } from './programmes/policy/press-conference.ts'
import { publicInterestClue } from './programmes/referral/public-interest-clue.ts'
import { referral } from './programmes/referral/referral.ts'
import { supervisionLetter } from './programmes/referral/supervision-letter.ts'
import { hardshipCare } from './programmes/relief/hardship-care.ts'
import { projectSpending } from './programmes/relief/project-spending.ts'
import { reliefNotice } from './programmes/relief/relief-notice.ts'
import { reliefProject } from './programmes/relief/relief-project.ts'
import { reliefRule } from './programmes/relief/relief-rule.ts'
import { studentGrant } from './programmes/relief/student-grant.ts'
import { twoCancers } from './programmes/relief/two-cancers.ts'
import { rightsCase } from './programmes/rights/rights-case.ts'
import { evidence } from './programmes/safety/evidence.ts'
import { mandatoryReport } from './programmes/safety/mandatory-report.ts'
import { protectionOrder } from './programmes/safety/protection-order.ts'
import { warningLetter } from './programmes/safety/warning-letter.ts'
import { riskClue } from './programmes/screening/risk-clue.ts'
import { screeningRound } from './programmes/screening/screening-round.ts'
import { assessmentResult } from './programmes/visits/assessment-result.ts'
import { committeeVisit } from './programmes/visits/committee-visit.ts'
import { foundNeed } from './programmes/visits/found-need.ts'
import { volunteerCheck } from './programmes/volunteers/check.ts'
import { volunteerProject } from './programmes/volunteers/project.ts'
import { volunteerSession } from './programmes/volunteers/sessions.ts'
import { volunteerSignup } from './programmes/volunteers/signup.ts'
import { volunteerTeam } from './programmes/volunteers/teams.ts'
import { volunteerTraining } from './programmes/volunteers/training.ts'
import { volunteer } from './programmes/volunteers/volunteer.ts'
import { weekendPair } from './programmes/volunteers/weekend-pair.ts'
import { weekendStay } from './programmes/volunteers/weekend-stay.ts'

/** The only list of programmes, in the order of menus. */
export const programmes: readonly Programme[] = [
  familyStory,
  familyTradition,
  familyPlace,
  familyActivity,
  familyConsult,
  guidanceOrder,
  familyGuide,
  guideTraining,
  parentEpisode,
  familyCourse,
  familyFilm,
  hotlineContact,
  rightsCase,
  mediation,
  mandatoryReport,
  protectionOrder,
  warningLetter,
  evidence,
  mediationRoom,
  mediatorMember,
  roomAction,
  referral,
  supervisionLetter,
  publicInterestClue,
  petition,
  riskClue,
  screeningRound,
  legalAdvice,
  legalClinic,
  lawyer,
  dandelionCall,
  dandelionProject,
  dandelionInstalment,
  dandelionService,
  twoCancers,
  reliefNotice,
  reliefRule,
  hardshipCare,
  studentGrant,
  reliefProject,
  projectSpending,
  donation,
  giftBatch,
  giftIssue,
  donorTribute,
  donorHonour,
  insuranceBatch,
  insured,
  insuranceClaim,
  healthVehicle,
  healthTrip,
  healthTalk,
  careSubject,
  careVisit,
  pairSupport,
  holidayCare,
  childrensDay,
  committeeVisit,
  foundNeed,
  petitionCare,
  assessmentResult,
  honourCall,
  familyNomination,
  personNomination,
  collectiveNomination,
  contestEntry,
  essayReview,
  award,
  singleProfile,
  profileTakedown,
  matchEvent,
  couple,
  matchReport,
  groupWedding,
  weddingCouple,
  clothingSubsidy,
  homecareCompany,
  homecareWorker,
  homecareItem,
  homecareOrder,
  homecareComplaint,
  homecareSafety,
  homecareClass,
  homecarePlacement,
  homecareStandard,
  loanProduct,
  loanReferral,
  subsidisedLoan,
  loanReport,
  employer,
  jobPost,
  jobFair,
  jobLive,
  jobIntent,
  trainingProject,
  skillClass,
  craftswoman,
  craftWork,
  craftOrder,
  womenBase,
  liftedWomen,
  volunteerTeam,
  volunteer,
  volunteerProject,
  volunteerSession,
  policyCommitment,
  legalDocument,
  pressConference,
  volunteerSignup,
  volunteerTraining,
  volunteerCheck,
  weekendPair,
  weekendStay,
  lecture,
  lecturer,
  onlineLecture,
  outreachEvent,
  eventSuggestion,
  outreachStory,
  clipping,
  mediaAccount,
  mediaPost,
  educationBase,
  campaign,
  outreachTopic,
  cooperationAgreement,
  agreementCommitment,
  jointAction,
  northernVisit,
  visitResult,
  thinkTankExpert,
  expertConsultation,
  initiative,
  election,
  orgSetup,
  coverageGap,
  homeActivity,
  serviceRequest,
  methodRound,
  workMethod,
  issuedRule,
  exchangeAgreement,
  delegation,
  association,
  associationMember,
]

const byId = new Map(programmes.map((p) => [p.id, p]))

/** A definition by its id: of a local programme the newest version, or the one a record names. */
export function findProgramme(id: string, version?: number): Programme | undefined {
  return byId.get(id) ?? findLocal(id, version)
}
