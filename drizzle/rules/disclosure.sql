-- What has been published stays as it was: a correction is a new version, a withdrawal keeps the row and its reason.
create or replace function published_disclosure_is_frozen() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' then
		if old.content_hash is not null then
			raise exception 'a published disclosure is never removed' using errcode = 'restrict_violation';
		end if;
		return old;
	end if;
	if old.content_hash is not null
		and to_jsonb(new) - 'state' - 'pinned_until' - 'withdrawn_at' - 'withdrawn_reason'
			is distinct from to_jsonb(old) - 'state' - 'pinned_until' - 'withdrawn_at' - 'withdrawn_reason' then
		raise exception 'disclosure % is published: a change is a new version', old.id using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
create or replace trigger published_disclosure_is_frozen before update or delete on disclosure
	for each row execute function published_disclosure_is_frozen();
