-- What each kind of party must publish (公开目录), as a new installation begins with it. `within_days` are working days after
-- the period has ended, or after what is published happened. `verified` says whether cycle and term were compared with the
-- text of the law in force; where the law leaves them open they are this mechanism's own. What a district has changed stays.
insert into catalogue_item (code, party_kind, title, source, cycle, within_days, verified, ordinal)
values
	('rc-decisions', 'residents-committee', '居民会议决定和落实情况', '城市居民委员会组织法；公布周期为本社区约定', 'quarterly', 10, false, 101),
	('rc-consultation', 'residents-committee', '议事协商、民主听证的结果', '城乡社区协商工作的有关规定；公布时限为本社区约定', 'on-occurrence', 5, false, 102),
	('rc-finance', 'residents-committee', '居委会经费收支', '城市居民委员会组织法（收支账目应当及时公布）；周期为本社区约定', 'quarterly', 10, false, 103),
	('rc-relief', 'residents-committee', '救助、优抚款物发放', '居务公开有关规定；公布时限为本社区约定', 'on-occurrence', 5, false, 104),
	('rc-fund', 'residents-committee', '社区公益金、捐赠款物使用', '居务公开有关规定；周期为本社区约定', 'half-yearly', 10, false, 105),
	('rc-plan', 'residents-committee', '年度工作计划和完成情况', '居务公开有关规定；周期为本社区约定', 'yearly', 20, false, 106),
	('pc-scope', 'party-committee', '党务公开目录', '中国共产党党务公开条例；范围由党组织自行审定', 'standing', null, false, 201),
	('pc-work', 'party-committee', '党组织工作情况', '中国共产党党务公开条例；周期为本社区约定', 'half-yearly', 10, false, 202),
	('ss-services', 'service-station', '服务事项、办事指南和窗口时间', '社区服务有关规定', 'standing', null, false, 301),
	('ss-statistics', 'service-station', '服务办理情况', '社区服务有关规定；周期为本社区约定', 'quarterly', 10, false, 302),
	('oc-meetings', 'owners-committee', '业委会会议决定', '物业管理有关规定（会议后3日内公示）', 'on-occurrence', 3, false, 401),
	('oc-accounts', 'owners-committee', '业委会经费和公共收益收支', '民法典第九百四十三条；周期为本社区约定', 'yearly', 20, false, 402),
	('oc-fees', 'owners-committee', '业委会成员交纳物业费情况', '物业管理有关规定；周期为半年', 'half-yearly', 10, false, 403),
	('pm-contract', 'property-company', '服务事项、负责人、质量要求、收费项目和标准', '民法典第九百四十三条', 'standing', null, true, 501),
	('pm-income', 'property-company', '共有部分经营与收益（公共收益）', '民法典第九百四十三条（应当定期公开）；周期为本社区约定', 'quarterly', 10, false, 502),
	('pm-maintenance', 'property-company', '维修资金使用', '民法典第九百四十三条（应当定期公开）；周期为本社区约定', 'quarterly', 10, false, 503),
	('pm-service', 'property-company', '物业服务履行情况', '民法典第九百四十三条（应当定期公开）；周期为本社区约定', 'quarterly', 10, false, 504),
	('pm-budget', 'property-company', '年度收支预算和决算', '物业管理有关规定；周期为本社区约定', 'yearly', 20, false, 505)
on conflict (code) do nothing;
