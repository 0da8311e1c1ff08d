import { z } from 'zod';
import { body, json, problems } from '../../http/responses.ts';
import { calendarActs } from './calendar.acts.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { calendarSteps } from './calendar.steps.ts';
import { composeDeadlines } from './deadlines.compose.ts';
import {
  announced,
  announceRequest,
  computed,
  computeRequest,
  ruleList,
  yearView,
} from './deadlines.requests.ts';
import { requestsSubject } from '../requests/requests.subject.ts';
import { obligationTitles } from '../obligations/obligations.ts';
import { surrounding } from '../surrounding.ts';
import { anybody } from '../../access/people/screens.ts';

const tags = ['deadlines'];

export const deadlinesSubject = surrounding({
  name: 'deadlines',
  description: 'Working days and the periods of the law',
  chapter: 60,
  acts: calendarActs,
  needs: { requests: requestsSubject },
  compose: composeDeadlines,
  gives: ({ desk, watch }, { calendar }) => ({ instances: [calendar, desk], work: watch }),
  screens: [
    { key: 'deadlines', open: anybody, steps: calendarSteps, words: { obligation: obligationTitles } },
  ],
  controllers: [DeadlinesController],
  paths: {
    '/api/v1/deadlines/rules': {
      get: {
        operationId: 'listDeadlineRules',
        tags,
        summary: 'All periods with their basis, and the years whose working days are known',
        responses: {
          200: json('Rules', ruleList, {
            items: [
              {
                id: 'GIR-26',
                kind: 'deadline',
                matter: '主动公开政府信息',
                n: 20,
                unit: 'workingDays',
                startEvent: '信息形成或者变更之日',
                basis: '《政府信息公开条例》第二十六条',
                verified: true,
              },
            ],
            years: [2025, 2026],
          }),
          ...problems(401),
        },
      },
    },
    '/api/v1/deadlines/calendar/{year}': {
      get: {
        operationId: 'getCalendar',
        tags,
        summary: 'Days off and weekend days that are worked',
        requestParams: { path: z.object({ year: z.string() }) },
        responses: {
          200: json('The year', yearView, {
            year: 2026,
            source: '国务院办公厅关于2026年部分节假日安排的通知',
            off: { '2026-10-01': '国庆节' },
            work: { '2026-10-10': '国庆节' },
          }),
          ...problems(401, 404),
        },
      },
    },
    '/api/v1/deadlines/calendar': {
      post: {
        operationId: 'announceCalendar',
        tags,
        summary: 'Enter a year from the State Council’s announcement',
        description:
          'Reads the text as it was published and compares it with itself: days of the week, numbers of days, ' +
          'weekend days that are worked. Kept with `apply` where nothing contradicts; deadlines that were ' +
          'provisional are worked out again.',
        requestBody: body(announceRequest, {
          year: 2027,
          source: '国务院办公厅关于2027年部分节假日安排的通知',
          text: '一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
        }),
        responses: {
          200: json('What was read', announced, {
            calendar: {
              year: 2027,
              source: '国务院办公厅关于2027年部分节假日安排的通知',
              off: { '2027-01-01': '元旦' },
              work: {},
            },
            problems: ['缺少“春节”的放假安排'],
            applied: false,
          }),
          ...problems(400, 401, 403, 422),
        },
      },
    },
    '/api/v1/deadlines/compute': {
      post: {
        operationId: 'computeDeadline',
        tags,
        summary: 'The last day of a period, with its reasons; or whether a 公示 is long enough',
        requestBody: body(computeRequest, { rule: 'GIR-26', from: '2026-11-23' }),
        responses: {
          200: json('The answer', computed, {
            dueOn: '2026-12-21',
            explanation:
              '自信息形成或者变更之日（2026-11-23，当日不计入）起 20 个工作日，至 2026-12-21 届满。依据：《政府信息公开条例》第二十六条',
            problem: null,
            provisional: false,
          }),
          ...problems(400, 401, 422),
        },
      },
    },
  },
});
