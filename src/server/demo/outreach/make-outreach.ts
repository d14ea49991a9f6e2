import type { Making } from '../making.ts'
import { makeCampaigns } from './make-campaigns.ts'
import { makeEvents } from './make-events.ts'
import { makeLecturers, makeLectures } from './make-lectures.ts'
import { makeClippings, makeMediaAccounts } from './make-media.ts'
import { makeOnlineLectures, makeStories } from './make-texts.ts'
import { makeTopics } from './make-topics.ts'

/** 宣传引领: topics and campaigns first, which everything else names. */
export async function makeOutreach(making: Making): Promise<void> {
  const topics = await makeTopics(making)
  const campaigns = await makeCampaigns(making, topics)
  const lecturers = await makeLecturers(making)
  await makeLectures(making, { topics, campaigns, lecturers })
  await makeOnlineLectures(making, topics)
  const appeal = await makeStories(making, topics)
  await makeEvents(making, { topics, campaigns, appeal })
  await makeClippings(making)
  await makeMediaAccounts(making)
}
