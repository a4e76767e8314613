-- What has been said stays said: history and audit rows may be added, never changed or removed.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% rows are immutable', tg_table_name using errcode = 'restrict_violation';
end
$$;

create or replace trigger case_history_is_immutable before update or delete on case_entry
	for each row execute function refuse_change();
create or replace trigger signatures_are_immutable before update or delete on signature
	for each row execute function refuse_change();
create or replace trigger corrigenda_are_immutable before update or delete on corrigendum
	for each row execute function refuse_change();
create or replace trigger corrigendum_signatures_are_immutable before update or delete on corrigendum_signature
	for each row execute function refuse_change();

-- An audit row may only be sealed: seq, prev and hash are filled once, the rest never changes.
create or replace function audit_row_is_only_sealed() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' then
		raise exception 'audit rows are never removed' using errcode = 'restrict_violation';
	end if;
	if old.seq is not null
		or (new.id, new.area_id, new.at, new.actor_id, new.organisation_id, new.act, new.subject_type, new.subject_id, new.data)
			is distinct from (old.id, old.area_id, old.at, old.actor_id, old.organisation_id, old.act, old.subject_type, old.subject_id, old.data) then
		raise exception 'audit rows are never changed' using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
create or replace trigger audit_row_is_only_sealed before update or delete on audit_entry
	for each row execute function audit_row_is_only_sealed();
