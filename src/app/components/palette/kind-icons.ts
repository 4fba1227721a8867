import { Boxes, CalendarClock, FileText, Folder, Hexagon, ListTodo, type LucideIcon, Server, Zap } from 'lucide-react';
import type { PaletteKind } from './palette-item.ts';

export const KIND_ICONS: Record<PaletteKind, LucideIcon> = {
  page: FileText,
  action: Zap,
  app: Boxes,
  group: Folder,
  job: CalendarClock,
  node: Server,
  framework: Hexagon,
  task: ListTodo,
};
