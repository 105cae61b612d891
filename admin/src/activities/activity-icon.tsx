import CallIcon from '@mui/icons-material/CallOutlined';
import DeadlineIcon from '@mui/icons-material/FlagOutlined';
import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import MailIcon from '@mui/icons-material/MailOutlined';
import MeetingIcon from '@mui/icons-material/GroupsOutlined';
import MoveIcon from '@mui/icons-material/TrendingFlatOutlined';
import NoteIcon from '@mui/icons-material/StickyNote2Outlined';
import type { SvgIconComponent } from '@mui/icons-material';

/** Icons of activities and of other entries of a timeline. */
export const ACTIVITY_ICONS: Readonly<Record<string, SvgIconComponent>> = {
  call: CallIcon,
  email: MailIcon,
  meeting: MeetingIcon,
  note: NoteIcon,
  task: DoneIcon,
  deadline: DeadlineIcon,
  stage_change: MoveIcon,
  status_change: MoveIcon,
};
