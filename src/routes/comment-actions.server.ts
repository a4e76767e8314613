import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	appealCommentForm,
	commentForm,
	decideAppealForm,
	hideCommentForm,
	oneCommentForm,
	reportCommentForm
} from '#lib/domain/comments/comments.schema.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import {
	addComment,
	appealComment,
	decideAppeal,
	hideComment,
	keepComment,
	reportComment,
	withdrawComment
} from '#lib/server/comments/index.ts';
import type * as v from 'valibot';

type Subject = [type: string, id: string];

/**
 * The form actions that Comments.svelte posts to, for a page to spread into its own:
 * `actions = { ...commentActions((event) => ['disclosure', event.params.id]) }`.
 */
export function commentActions<Event extends RequestEvent>(subjectOf: (event: Event) => Subject | Promise<Subject>) {
	const action =
		<S extends v.GenericSchema>(
			schema: S,
			doIt: (event: Event, subject: Subject, input: v.InferOutput<S>) => Promise<Result<unknown>>,
			said: () => string
		) =>
		async (event: Event) => {
			const data = await event.request.formData();
			const input = parseForm(schema, data);
			if (!input.ok) return input.failure;
			const done = await doIt(event, await subjectOf(event), input.value);
			if (!done.ok) return refused(done.refusal, data);
			say(event.cookies, said());
			redirect(303, `${event.url.pathname}#comments`);
		};
	return {
		comment: action(
			commentForm,
			({ locals }, subject, input) => addComment(locals.ctx, subject, input),
			() => m.comments_said_added()
		),
		withdrawComment: action(
			oneCommentForm,
			({ locals }, subject, { commentId }) => withdrawComment(locals.ctx, subject, commentId),
			() => m.comments_said_withdrawn()
		),
		hideComment: action(
			hideCommentForm,
			({ locals }, subject, { commentId, hideReason }) => hideComment(locals.ctx, subject, commentId, hideReason),
			() => m.comments_said_hidden()
		),
		keepComment: action(
			oneCommentForm,
			({ locals }, subject, { commentId }) => keepComment(locals.ctx, subject, commentId),
			() => m.comments_said_kept()
		),
		reportComment: action(
			reportCommentForm,
			({ locals }, subject, { commentId, reportReason }) => reportComment(locals.ctx, subject, commentId, reportReason),
			() => m.comments_said_reported()
		),
		appealComment: action(
			appealCommentForm,
			({ locals }, subject, { commentId, appeal }) => appealComment(locals.ctx, subject, commentId, appeal),
			() => m.comments_said_appealed()
		),
		decideAppeal: action(
			decideAppealForm,
			({ locals }, subject, input) => decideAppeal(locals.ctx, subject, input),
			() => m.comments_said_decided()
		)
	};
}
