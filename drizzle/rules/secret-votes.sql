-- Each secret vote has its own two tables, children of secret_draw and secret_ballot. When casting ends they are made anew in
-- random order and the old ones dropped: no order, time, xmin or leftover of a row tells which ballot was cast after
-- which draw.
create or replace function secret_table(p_kind text, p_vote uuid) returns text language sql immutable as $$
	select p_kind || '_' || replace(p_vote::text, '-', '')
$$;

create or replace function prepare_secret_vote(p_vote uuid) returns void language plpgsql as $$
declare
	kind text;
begin
	foreach kind in array array['secret_draw', 'secret_ballot'] loop
		execute format('create table %I (like %I including all, check (vote_id = %L))', secret_table(kind, p_vote), kind, p_vote);
		execute format('alter table %I inherit %I', secret_table(kind, p_vote), kind);
		execute format('alter table %I enable row level security', secret_table(kind, p_vote));
	end loop;
end
$$;

-- Casts by token alone; the caller has checked its signature. Writes the ballot's row and nothing else. The share of the
-- vote's row makes the end wait for casts under way. Sent again it is the same ballot.
create or replace function cast_secret_ballot(p_vote uuid, p_nonce text, p_revision integer, p_choice text, p_salt text)
	returns text language plpgsql as $$
declare
	v vote%rowtype;
	box text := secret_table('secret_ballot', p_vote);
	added integer;
	same boolean;
begin
	select * into v from vote where id = p_vote for share;
	if v.state in ('draft', 'announced') then
		return 'not-open-yet';
	elsif v.state <> 'open' or app_now() >= coalesce(v.extended_to, v.closes_at) then
		return 'closed';
	elsif not v.options @> jsonb_build_array(jsonb_build_object('id', p_choice)) then
		return 'no-such-option';
	end if;
	execute format('insert into %I (vote_id, nonce, revision, choice, salt) values ($1, $2, $3, $4, $5) on conflict do nothing', box)
		using p_vote, p_nonce, p_revision, p_choice, p_salt;
	get diagnostics added = row_count;
	if added = 0 then
		execute format('select choice = $3 and salt = $4 from %I where nonce = $1 and revision = $2', box)
			into same using p_nonce, p_revision, p_choice, p_salt;
		if not same then
			return 'revision-taken';
		end if;
	end if;
	return 'cast';
end
$$;

-- Writes a vote's table anew in one statement and in random order, and drops the old one.
create or replace function remake_secret_table(p_kind text, p_vote uuid, p_columns text, p_rows text) returns void language plpgsql as $$
declare
	old text := secret_table(p_kind, p_vote);
	fresh text := secret_table(p_kind, p_vote) || '_new';
begin
	execute format('create table %I (like %I including all, check (vote_id = %L))', fresh, p_kind, p_vote);
	execute format('insert into %I (%s) select %s from (%s) kept order by gen_random_uuid()',
		fresh, p_columns, p_columns, replace(p_rows, '{old}', quote_ident(old)));
	execute format('drop table %I', old);
	execute format('alter table %I rename to %I', fresh, old);
	execute format('alter table %I inherit %I', old, p_kind);
	execute format('alter table %I enable row level security', old);
end
$$;

-- Ends casting: of the draws remain entry and channel, of the ballots the last revision of each.
create or replace function close_secret_vote(p_vote uuid) returns void language plpgsql as $$
begin
	perform remake_secret_table('secret_draw', p_vote, 'vote_id, entry_id, channel', 'select * from {old}');
	perform remake_secret_table('secret_ballot', p_vote, 'vote_id, nonce, revision, choice, salt',
		'select distinct on (nonce) * from {old} order by nonce, revision desc');
end
$$;

-- Lays the paper ballots of the box among those cast online: nothing tells the ones from the others afterwards.
create or replace function mix_secret_ballots(p_vote uuid, p_paper jsonb) returns void language plpgsql as $$
begin
	perform remake_secret_table('secret_ballot', p_vote, 'vote_id, nonce, revision, choice, salt', format(
		'select vote_id, nonce, revision, choice, salt from {old}
			union all select %L::uuid, nonce, revision, choice, salt
				from jsonb_to_recordset(%L::jsonb) as paper(nonce text, revision integer, choice text, salt text)', p_vote, p_paper));
end
$$;
