/**
 * Read this first. A program flows through seven stages; each hands its output to the next, and a stage may import only
 * from stages before it. The same seven folder names, in this order, stand in every layer of the project.
 *
 * | stage       | takes                              | gives                                                    |
 * |-------------|------------------------------------|----------------------------------------------------------|
 * | program     | a template, dates, people and roles | a running program with a calendar, tasks for people      |
 * | intake      | a roster                           | participants (with goals and consent)                    |
 * | selection   | applications                       | coaches and mentors who passed their gate                |
 * | matching    | participants and providers         | published matches                                        |
 * | engagement  | a match                            | agreements, sessions, action items, sponsor actions      |
 * | measurement | what happened in engagements       | KPIs, impact, ROI                                        |
 * | gates       | facts                              | an outcome each week, decisions, reminders, steering      |
 */
export const stages = ['program', 'intake', 'selection', 'matching', 'engagement', 'measurement', 'gates'] as const
