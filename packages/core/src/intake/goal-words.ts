/**
 * The words that the goal check goes by (I2). English only. Verbs stand in their base form; `baseForms` finds them inflected.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What others can watch somebody do. */
export const observableVerbs = list(`
  accept acknowledge address agree announce answer appoint approve argue ask assign attend avoid book brief bring build call cancel
  celebrate chair challenge check clarify close collect comment commit complete confirm contact convene correct debrief decide
  decline delegate deliver demonstrate describe disagree discuss document draft draw encourage escalate explain facilitate finish
  give hand hear hire hold host identify inform interrupt interview introduce invite involve keep leave limit list listen log make
  mediate mentor moderate move name negotiate nominate note observe offer open paraphrase pause pitch plan post postpone praise
  prepare present propose publish push put raise read record refuse reject remove repeat replace reply report request resolve
  respond return review rotate run say schedule select send set settle share show sign sketch skip solve speak split start state
  stop submit suggest summarise summarize take talk teach tell test thank track train transfer visit volunteer wait walk write
`)

/** Verbs that say what to turn into, not what to do. */
export const vagueVerbs = list(`
  achieve be become behave care communicate develop enhance excel feel focus get grow handle improve increase inspire know lead
  learn manage master motivate optimise optimize strengthen think understand
`)

/** Before one of these, a word like "reviews" or "asking" is a thing, not an action. */
export const nounMarkers = list(`
  a an the this that these those my our their your his her its some any all many more most less better best good great strong
  clear effective regular in at of on about with from into for as
`)

/** Praise that names no behaviour. */
export const vagueQualities = list(`
  better best good great stronger strong effective effectively efficient efficiently excellent improved confident confidently
  professional proactive proactively well
`)

/** Happenings that one can lead, and that give a goal its place. */
export const occasions = list(`
  1:1 appraisal audit board briefing call calls ceremony clinic committee conference conflict conversation crisis
  debate decision demo discussion email emails escalation forum handover incident interview kickoff launch meeting meetings
  negotiation offsite one-on-one one-to-one onboarding panel pitch planning presentation presentations project release retro
  retrospective review reviews round session sessions sprint standup stand-up steering sync talk townhall training workshop
  workshops
`)

/** Whom a goal concerns. */
export const others = list(`
  boss ceo cfo client clients colleague colleagues cto customer customers director directors engineers executives leads leader
  leaders manager managers mentee mentees partner partners peer peers report reports sponsor stakeholder stakeholders supplier
  suppliers team teams users vendors
`)

/** When something happens. */
export const times = list(`
  after afternoon before biweekly daily day days during each every friday fridays hour hours mid-sprint monday mondays month
  monthly months morning mornings quarter quarterly thursday thursdays tuesday tuesdays wednesday wednesdays week weekly weeks
  when whenever while
`)

/** Situations that leave nothing out. */
export const vagueSituations =
  /\b(?:at work|at my job|in (?:general|my (?:job|role|work|daily (?:life|work))|every situation|all (?:situations|areas|aspects)|life|the office|everything)|on the job|all the time|all day|every day|always|any ?time|anywhere|everywhere|generally|day[ -]to[ -]day|with (?:everyone|everybody|people|other people|others|all)|whenever (?:possible|needed|necessary))\b/g

/** Numbers in words, and words for none. */
export const numberWords = list(`
  zero none never nobody nothing no one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty
  hundred half third quarter once twice
`)

/** Words of a measure: counting, time, scales, instruments. */
export const measureWords = list(`
  attrition average count daily days frequency hours index kpi kpis mean median minutes monthly nps number okr okrs percent
  percentage pulse quarterly rate rating ratings ratio scale score scores share survey surveys times turnover velocity weekly
  backlog lead-time 360 360°
`)

/** The words of a text in small letters, without punctuation at their ends. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,;.!?()"“”„…/–—]+/u)
    .map((word) => word.replace(/^['’:-]+|['’:-]+$/gu, ''))
    .filter((word) => word !== '')

/** The word itself and what it may be an inflection of: "replies" → "reply", "planning" → "plan", "delegated" → "delegate". */
export const baseForms = (word: string): string[] => {
  const forms = [word]
  const cut = (ending: string, ...instead: string[]) => {
    if (!word.endsWith(ending)) return
    const stem = word.slice(0, -ending.length)
    forms.push(...instead.map((each) => stem + each))
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) forms.push(stem.slice(0, -1))
  }
  cut('ies', 'y')
  cut('ied', 'y')
  cut('es', '')
  cut('s', '')
  cut('ed', '', 'e')
  cut('ing', '', 'e')
  return forms
}
