-- Who may cast for which entry. Of a household its named representative, and until one is named any adult member;
-- who moves in with an account while a vote is open can vote: the roll holds households, not people. Everybody else
-- stands on the roll by person.
create or replace view vote_voter as
	select e.vote_id, e.id as entry_id, r.person_id
	from roll_entry e
		join vote v on v.id = e.vote_id and v.electorate = 'households'
		join household h on h.id::text = e.key
		join residency r on r.household_id = h.id and r.state = 'confirmed'
		join person p on p.id = r.person_id and p.adult and p.erased_at is null
	where h.representative_id is null or h.representative_id = r.person_id
	union all
	select e.vote_id, e.id, r.person_id
	from roll_voter r join roll_entry e on e.id = r.entry_id;

-- it had one parameter less before there were sealed votes
drop function if exists cast_ballot(uuid, uuid, uuid, text, uuid, text, uuid, uuid);

-- Casts in one statement, on one's own or as somebody's agent: eligibility, opening hours, the replaced ballot, the new one, audit and news. Casts of one entry
-- follow one another (its row is locked); the share of the vote's row makes the closing wait for casts under way, so that
-- whatever was acknowledged is counted. Answers what became of it; the choice goes into the ballot and nowhere else, and in a
-- sealed vote only as it was encrypted.
create or replace function cast_ballot(
	p_vote uuid, p_entry uuid, p_person uuid, p_choice text, p_ballot uuid, p_salt text, p_audit uuid, p_news uuid,
	p_sealed text default null, out verdict text, out at timestamptz
) language plpgsql as $$
declare
	v vote%rowtype;
	caster uuid;
	by_channel text := 'online';
	-- several options of one ballot come as one text: o1+o3
	chosen text[] := string_to_array(p_choice, '+');
begin
	perform 1 from roll_entry where id = p_entry for no key update;
	select * into v from vote where id = p_vote for share;
	at := app_now();
	perform 1 from vote_voter where vote_id = p_vote and entry_id = p_entry and person_id = p_person;
	if not found then
		-- who is voted for casts, whoever does it: the next agent's ballot replaces the last one's
		select principal_id into caster from vote_proxy
			where vote_id = p_vote and entry_id = p_entry and agent_id = p_person and ended_at is null
			order by given_at, id limit 1;
		if not found then
			verdict := 'not-on-the-roll';
			return;
		end if;
		by_channel := 'proxy';
	end if;
	if v.secrecy = 'secret' then
		verdict := 'draw-first';
	elsif v.state in ('draft', 'announced') then
		verdict := 'not-open-yet';
	elsif v.state <> 'open' or at >= coalesce(v.extended_to, v.closes_at) then
		verdict := 'closed';
	elsif exists (
		select from unnest(chosen) c (id) where not v.options @> jsonb_build_array(jsonb_build_object('id', c.id))
	) or cardinality(chosen) = 0 or cardinality(chosen) <> (select count(distinct c.id) from unnest(chosen) c (id)) then
		verdict := 'no-such-option';
	elsif cardinality(chosen) > 1 and v.method in ('for-against-abstain', 'single') then
		verdict := 'one-choice-only';
	elsif cardinality(chosen) > 1 and 'abstain' = any (chosen) then
		verdict := 'abstain-alone';
	elsif cardinality(chosen) > v.most_choices then
		verdict := 'too-many-chosen';
	end if;
	if verdict is not null then
		return;
	end if;
	if (v.secrecy = 'sealed') <> (p_sealed is not null) then
		raise exception 'a choice is sealed where the vote is, and only there' using errcode = 'restrict_violation';
	end if;
	caster := case v.electorate when 'households' then p_entry else coalesce(caster, p_person) end;
	if by_channel = 'online' then
		-- who votes needs nobody else to do it; a household's members vote for one another
		update vote_proxy set ended_at = at, ended_by = 'voted'
			where vote_id = p_vote and entry_id = p_entry and ended_at is null
				and (principal_id = p_person or v.electorate = 'households');
	end if;
	update ballot set replaced_at = at
		where vote_id = p_vote and entry_id = p_entry and caster_id = caster and channel = by_channel and replaced_at is null;
	insert into ballot (id, vote_id, entry_id, caster_id, person_id, channel, choice, salt, cast_at)
		values (p_ballot, p_vote, p_entry, caster, p_person, by_channel,
			case when p_sealed is null then to_jsonb(chosen) else jsonb_build_array(p_sealed) end, p_salt, at);
	insert into audit_entry (id, area_id, at, actor_id, act, subject_type, subject_id, data)
		values (p_audit, v.community_id, at, p_person, 'votes.cast', 'vote', p_vote::text, jsonb_build_object('entry', p_entry));
	insert into outbox (id, area_id, topic, kind, payload, created_at)
		values (p_news, v.community_id, 'vote:' || p_vote, 'turnout', '{}', at);
	verdict := 'cast';
end
$$;

-- A ballot is never changed nor removed; it may only be replaced by a later one.
create or replace function ballot_is_only_replaced() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.replaced_at is not null
		or to_jsonb(new) - 'replaced_at' is distinct from to_jsonb(old) - 'replaced_at' then
		raise exception 'a ballot is only ever replaced' using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
create or replace trigger ballot_is_only_replaced before update or delete on ballot
	for each row execute function ballot_is_only_replaced();

-- From the announcement on, everything under φ stands still.
create or replace function announced_vote_is_frozen() returns trigger language plpgsql as $$
begin
	if old.phi is not null and (new.phi, new.manifest, new.title, new.question, new.background, new.options, new.method, new.seats,
			new.most_choices, new.rule,
			new.electorate, new.property_area_id, new.building_id, new.secrecy, new.channels, new.opens_at, new.closes_at)
		is distinct from (old.phi, old.manifest, old.title, old.question, old.background, old.options, old.method, old.seats,
			old.most_choices, old.rule,
			old.electorate, old.property_area_id, old.building_id, old.secrecy, old.channels, old.opens_at, old.closes_at) then
		raise exception 'vote % is announced: a change means a new vote', old.id using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
create or replace trigger announced_vote_is_frozen before update on vote
	for each row execute function announced_vote_is_frozen();
