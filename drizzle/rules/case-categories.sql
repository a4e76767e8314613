-- The categories of cases a new installation begins with: component and event classes (部件, 事件) and the ten contents of
-- grid work (网格工作内容), each in one of the three nets. A district that imports its own table keeps what it imported.
insert into case_category
	(code, name, "group", net, default_class, safety, physical, community_may_lead, ordinal)
values
	('component-utilities', '公用设施（部件）', 'component', 'management', 'B', true, true, false, 1),
	('component-traffic', '道路交通（部件）', 'component', 'management', 'C', false, true, false, 2),
	('component-environment', '市容环境（部件）', 'component', 'management', 'C', false, true, true, 3),
	('component-greenery', '园林绿化（部件）', 'component', 'management', 'C', false, true, true, 4),
	('component-other', '其他部件', 'component', 'management', 'C', false, true, true, 5),
	('event-environment', '市容环境（事件）', 'event', 'management', 'C', false, true, true, 6),
	('event-advertising', '宣传广告', 'event', 'management', 'C', false, true, true, 7),
	('event-construction', '施工管理', 'event', 'management', 'C', false, true, false, 8),
	('event-emergency', '突发事件', 'event', 'management', 'A', true, true, false, 9),
	('event-street-order', '街面秩序', 'event', 'management', 'C', false, true, false, 10),
	('event-other', '其他事件', 'event', 'management', 'C', false, true, true, 11),
	('grid-work-base-data', '基础数据', 'grid-work', 'management', 'C', false, false, true, 12),
	('grid-work-appeals', '群众诉求', 'grid-work', 'service', 'C', false, false, true, 13),
	('grid-work-social-service', '社会服务', 'grid-work', 'service', 'C', false, false, true, 14),
	('grid-work-population', '实有人口', 'grid-work', 'security', 'C', false, false, false, 15),
	('grid-work-city-operation', '城市运行', 'grid-work', 'management', 'B', true, true, false, 16),
	('grid-work-public-order', '治安秩序', 'grid-work', 'security', 'C', true, false, false, 17),
	('grid-work-mediation', '矛盾化解', 'grid-work', 'service', 'C', false, false, true, 18),
	('grid-work-rehabilitation', '矫正帮教', 'grid-work', 'security', 'C', false, false, false, 19),
	('grid-work-work-safety', '安全生产', 'grid-work', 'security', 'C', true, true, false, 20),
	('grid-work-participation', '社会参与', 'grid-work', 'service', 'C', false, false, true, 21)
on conflict (code) do nothing;
