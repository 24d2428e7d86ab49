package cn.huiying.command.petition;

import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.WorkCalendar;

/** What a stage may ask about the world when it decides: who acts, and the calendar, settings and directory in force. */
record Circumstances(Actor actor, WorkCalendar calendar, ProcedureSettings settings, Agencies agencies) {}
