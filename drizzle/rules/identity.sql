-- The three administrators are never one person (GB/T 22239), whatever two transactions do at once: the person's row is
-- locked first, so that the second sees what the first has written.
create or replace function administrators_are_apart() returns trigger language plpgsql as $$
declare
	apart text[] := array['system-administrator', 'security-administrator', 'audit-administrator'];
begin
	if not new.role = any(apart) then
		return new;
	end if;
	perform from person where id = new.person_id for update;
	if exists (
		select from membership m
		where m.person_id = new.person_id and m.id <> new.id and m.role = any(apart) and m.role <> new.role
			and tstzrange(m.valid_from, m.valid_to) && tstzrange(new.valid_from, new.valid_to)
	) then
		raise exception 'person % already holds another of the three administrators', new.person_id
			using errcode = 'check_violation', constraint = 'administrators_are_apart';
	end if;
	return new;
end
$$;
create or replace trigger administrators_are_apart before insert or update on membership
	for each row execute function administrators_are_apart();
