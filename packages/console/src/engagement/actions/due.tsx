import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { calendarDay } from '../../when/when.ts'
import { useToday } from '../use-today.ts'

/** The day by which something is due, and whether it is late. @param day `YYYY-MM-DD` */
export const Due = ({ day, open }: { day: string; open: boolean }) => {
  const today = useToday()
  if (!open || day >= today) return calendarDay(day)
  return <StatusIndicator type="warning">{calendarDay(day)}, late</StatusIndicator>
}
