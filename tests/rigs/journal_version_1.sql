-- A journal of the first format: five days that the last commit before the second one lived and wrote (a210e8d). See package_rig.py.
PRAGMA application_id=1349478771;
PRAGMA user_version=1;
BEGIN TRANSACTION;
CREATE TABLE fact(
seq INTEGER PRIMARY KEY,fact TEXT NOT NULL,
instant_ms INTEGER NOT NULL,boot TEXT NOT NULL,utc_ms INTEGER NOT NULL,offset_s INTEGER NOT NULL,
day TEXT NOT NULL,prompt INTEGER,span INTEGER,kind TEXT,outcome TEXT,body TEXT NOT NULL);
INSERT INTO fact VALUES(1,'offered',361263000,'00000000-0000-0000-0000-000000000000',1793002863000,3600,'2026-10-26',1,NULL,'microbreak',NULL,'{"id":1,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"21 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(2,'shown',361263000,'00000000-0000-0000-0000-000000000000',1793002863000,3600,'2026-10-26',1,NULL,NULL,NULL,'{"id":1}');
INSERT INTO fact VALUES(3,'outcome',361290000,'00000000-0000-0000-0000-000000000000',1793002890000,3600,'2026-10-26',1,NULL,'microbreak','taken','{"id":1,"kind":"microbreak","outcome":"taken","shown":true,"why":null}');
INSERT INTO fact VALUES(4,'offered',362620000,'00000000-0000-0000-0000-000000000000',1793004220000,3600,'2026-10-26',2,NULL,'posture_change',NULL,'{"id":2,"kind":"posture_change","drills":[],"rule":"S2","length_s":0,"why":"44 min of sitting: time to stand up.","by_hand":false}');
INSERT INTO fact VALUES(5,'shown',362620000,'00000000-0000-0000-0000-000000000000',1793004220000,3600,'2026-10-26',2,NULL,NULL,NULL,'{"id":2}');
INSERT INTO fact VALUES(6,'outcome',362620000,'00000000-0000-0000-0000-000000000000',1793004220000,3600,'2026-10-26',2,NULL,'posture_change','skipped','{"id":2,"kind":"posture_change","outcome":"skipped","shown":true,"why":null}');
INSERT INTO fact VALUES(7,'offered',363340000,'00000000-0000-0000-0000-000000000000',1793004940000,3600,'2026-10-26',3,NULL,'microbreak',NULL,'{"id":3,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"34 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(8,'shown',363340000,'00000000-0000-0000-0000-000000000000',1793004940000,3600,'2026-10-26',3,NULL,NULL,NULL,'{"id":3}');
INSERT INTO fact VALUES(9,'shown',363640000,'00000000-0000-0000-0000-000000000000',1793005240000,3600,'2026-10-26',3,NULL,NULL,NULL,'{"id":3}');
INSERT INTO fact VALUES(10,'outcome',363940000,'00000000-0000-0000-0000-000000000000',1793005540000,3600,'2026-10-26',3,NULL,'microbreak','missed','{"id":3,"kind":"microbreak","outcome":"missed","shown":true,"why":null}');
INSERT INTO fact VALUES(11,'rest',364450000,'00000000-0000-0000-0000-000000000000',1793006050000,3600,'2026-10-26',NULL,NULL,'microbreak',NULL,'{"kind":"microbreak"}');
INSERT INTO fact VALUES(12,'bout',364720000,'00000000-0000-0000-0000-000000000000',1793006320000,3600,'2026-10-26',NULL,1,NULL,NULL,'{"span":1,"posture":"sitting","began":"2026-10-26T09:00:00+01:00","began_instant":360000,"began_boot":"00000000-0000-0000-0000-000000000000","end":"left","seconds":4420,"working":4380,"passive":0,"resting":40,"keys":null,"clicks":null,"cells":[{"day":"2026-10-26","hour":9,"working":3560,"passive":0,"resting":40},{"day":"2026-10-26","hour":10,"working":820,"passive":0,"resting":0}],"clocks":{"elapsed":{"microbreak":0,"posture_change":1800,"snack":4420,"mobility":4420,"strength":4420,"breath":4420,"workstation_check":4420,"checkin":4420},"desk_today":4420,"waited":0,"progress":0,"resting_tail":0}}');
INSERT INTO fact VALUES(13,'outcome',364720000,'00000000-0000-0000-0000-000000000000',1793006320000,3600,'2026-10-26',4,NULL,'posture_change','natural','{"id":4,"kind":"posture_change","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(14,'outcome',364720000,'00000000-0000-0000-0000-000000000000',1793006320000,3600,'2026-10-26',5,NULL,'snack','natural','{"id":5,"kind":"snack","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(15,'absence',446400000,'00000000-0000-0000-0000-000000000000',1793088000000,3600,'2026-10-27',NULL,NULL,NULL,NULL,'{"seconds":81980,"days":[{"day":"2026-10-26","seconds":49580},{"day":"2026-10-27","seconds":32400}]}');
INSERT INTO fact VALUES(16,'offered',447663000,'00000000-0000-0000-0000-000000000000',1793089263000,3600,'2026-10-27',6,NULL,'microbreak',NULL,'{"id":6,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"21 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(17,'shown',447663000,'00000000-0000-0000-0000-000000000000',1793089263000,3600,'2026-10-27',6,NULL,NULL,NULL,'{"id":6}');
INSERT INTO fact VALUES(18,'outcome',447690000,'00000000-0000-0000-0000-000000000000',1793089290000,3600,'2026-10-27',6,NULL,'microbreak','taken','{"id":6,"kind":"microbreak","outcome":"taken","shown":true,"why":null}');
INSERT INTO fact VALUES(19,'offered',449020000,'00000000-0000-0000-0000-000000000000',1793090620000,3600,'2026-10-27',7,NULL,'posture_change',NULL,'{"id":7,"kind":"posture_change","drills":[],"rule":"S2","length_s":0,"why":"44 min of sitting: time to stand up.","by_hand":false}');
INSERT INTO fact VALUES(20,'shown',449020000,'00000000-0000-0000-0000-000000000000',1793090620000,3600,'2026-10-27',7,NULL,NULL,NULL,'{"id":7}');
INSERT INTO fact VALUES(21,'outcome',449020000,'00000000-0000-0000-0000-000000000000',1793090620000,3600,'2026-10-27',7,NULL,'posture_change','skipped','{"id":7,"kind":"posture_change","outcome":"skipped","shown":true,"why":null}');
INSERT INTO fact VALUES(22,'offered',449740000,'00000000-0000-0000-0000-000000000000',1793091340000,3600,'2026-10-27',8,NULL,'microbreak',NULL,'{"id":8,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"34 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(23,'shown',449740000,'00000000-0000-0000-0000-000000000000',1793091340000,3600,'2026-10-27',8,NULL,NULL,NULL,'{"id":8}');
INSERT INTO fact VALUES(24,'shown',450040000,'00000000-0000-0000-0000-000000000000',1793091640000,3600,'2026-10-27',8,NULL,NULL,NULL,'{"id":8}');
INSERT INTO fact VALUES(25,'outcome',450340000,'00000000-0000-0000-0000-000000000000',1793091940000,3600,'2026-10-27',8,NULL,'microbreak','missed','{"id":8,"kind":"microbreak","outcome":"missed","shown":true,"why":null}');
INSERT INTO fact VALUES(26,'rest',450850000,'00000000-0000-0000-0000-000000000000',1793092450000,3600,'2026-10-27',NULL,NULL,'microbreak',NULL,'{"kind":"microbreak"}');
INSERT INTO fact VALUES(27,'bout',451120000,'00000000-0000-0000-0000-000000000000',1793092720000,3600,'2026-10-27',NULL,2,NULL,NULL,'{"span":2,"posture":"sitting","began":"2026-10-27T09:00:00+01:00","began_instant":446400,"began_boot":"00000000-0000-0000-0000-000000000000","end":"left","seconds":4420,"working":4380,"passive":0,"resting":40,"keys":null,"clicks":null,"cells":[{"day":"2026-10-27","hour":9,"working":3560,"passive":0,"resting":40},{"day":"2026-10-27","hour":10,"working":820,"passive":0,"resting":0}],"clocks":{"elapsed":{"microbreak":0,"posture_change":1800,"snack":4420,"mobility":8840,"strength":8840,"breath":4420,"workstation_check":8840,"checkin":8840},"desk_today":4420,"waited":0,"progress":0,"resting_tail":0}}');
INSERT INTO fact VALUES(28,'outcome',451120000,'00000000-0000-0000-0000-000000000000',1793092720000,3600,'2026-10-27',9,NULL,'posture_change','natural','{"id":9,"kind":"posture_change","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(29,'outcome',451120000,'00000000-0000-0000-0000-000000000000',1793092720000,3600,'2026-10-27',10,NULL,'snack','natural','{"id":10,"kind":"snack","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(30,'absence',532800000,'00000000-0000-0000-0000-000000000000',1793174400000,3600,'2026-10-28',NULL,NULL,NULL,NULL,'{"seconds":81980,"days":[{"day":"2026-10-27","seconds":49580},{"day":"2026-10-28","seconds":32400}]}');
INSERT INTO fact VALUES(31,'offered',534063000,'00000000-0000-0000-0000-000000000000',1793175663000,3600,'2026-10-28',11,NULL,'microbreak',NULL,'{"id":11,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"21 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(32,'shown',534063000,'00000000-0000-0000-0000-000000000000',1793175663000,3600,'2026-10-28',11,NULL,NULL,NULL,'{"id":11}');
INSERT INTO fact VALUES(33,'outcome',534090000,'00000000-0000-0000-0000-000000000000',1793175690000,3600,'2026-10-28',11,NULL,'microbreak','taken','{"id":11,"kind":"microbreak","outcome":"taken","shown":true,"why":null}');
INSERT INTO fact VALUES(34,'offered',535420000,'00000000-0000-0000-0000-000000000000',1793177020000,3600,'2026-10-28',12,NULL,'posture_change',NULL,'{"id":12,"kind":"posture_change","drills":[],"rule":"S2","length_s":0,"why":"44 min of sitting: time to stand up.","by_hand":false}');
INSERT INTO fact VALUES(35,'shown',535420000,'00000000-0000-0000-0000-000000000000',1793177020000,3600,'2026-10-28',12,NULL,NULL,NULL,'{"id":12}');
INSERT INTO fact VALUES(36,'outcome',535420000,'00000000-0000-0000-0000-000000000000',1793177020000,3600,'2026-10-28',12,NULL,'posture_change','skipped','{"id":12,"kind":"posture_change","outcome":"skipped","shown":true,"why":null}');
INSERT INTO fact VALUES(37,'offered',536140000,'00000000-0000-0000-0000-000000000000',1793177740000,3600,'2026-10-28',13,NULL,'microbreak',NULL,'{"id":13,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"34 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(38,'shown',536140000,'00000000-0000-0000-0000-000000000000',1793177740000,3600,'2026-10-28',13,NULL,NULL,NULL,'{"id":13}');
INSERT INTO fact VALUES(39,'shown',536440000,'00000000-0000-0000-0000-000000000000',1793178040000,3600,'2026-10-28',13,NULL,NULL,NULL,'{"id":13}');
INSERT INTO fact VALUES(40,'outcome',536740000,'00000000-0000-0000-0000-000000000000',1793178340000,3600,'2026-10-28',13,NULL,'microbreak','missed','{"id":13,"kind":"microbreak","outcome":"missed","shown":true,"why":null}');
INSERT INTO fact VALUES(41,'rest',537250000,'00000000-0000-0000-0000-000000000000',1793178850000,3600,'2026-10-28',NULL,NULL,'microbreak',NULL,'{"kind":"microbreak"}');
INSERT INTO fact VALUES(42,'bout',537520000,'00000000-0000-0000-0000-000000000000',1793179120000,3600,'2026-10-28',NULL,3,NULL,NULL,'{"span":3,"posture":"sitting","began":"2026-10-28T09:00:00+01:00","began_instant":532800,"began_boot":"00000000-0000-0000-0000-000000000000","end":"left","seconds":4420,"working":4380,"passive":0,"resting":40,"keys":null,"clicks":null,"cells":[{"day":"2026-10-28","hour":9,"working":3560,"passive":0,"resting":40},{"day":"2026-10-28","hour":10,"working":820,"passive":0,"resting":0}],"clocks":{"elapsed":{"microbreak":0,"posture_change":1800,"snack":4420,"mobility":13260,"strength":13260,"breath":4420,"workstation_check":13260,"checkin":13260},"desk_today":4420,"waited":0,"progress":0,"resting_tail":0}}');
INSERT INTO fact VALUES(43,'outcome',537520000,'00000000-0000-0000-0000-000000000000',1793179120000,3600,'2026-10-28',14,NULL,'posture_change','natural','{"id":14,"kind":"posture_change","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(44,'outcome',537520000,'00000000-0000-0000-0000-000000000000',1793179120000,3600,'2026-10-28',15,NULL,'snack','natural','{"id":15,"kind":"snack","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(45,'absence',619200000,'00000000-0000-0000-0000-000000000000',1793260800000,3600,'2026-10-29',NULL,NULL,NULL,NULL,'{"seconds":81980,"days":[{"day":"2026-10-28","seconds":49580},{"day":"2026-10-29","seconds":32400}]}');
INSERT INTO fact VALUES(46,'offered',620463000,'00000000-0000-0000-0000-000000000000',1793262063000,3600,'2026-10-29',16,NULL,'microbreak',NULL,'{"id":16,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"21 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(47,'shown',620463000,'00000000-0000-0000-0000-000000000000',1793262063000,3600,'2026-10-29',16,NULL,NULL,NULL,'{"id":16}');
INSERT INTO fact VALUES(48,'outcome',620490000,'00000000-0000-0000-0000-000000000000',1793262090000,3600,'2026-10-29',16,NULL,'microbreak','taken','{"id":16,"kind":"microbreak","outcome":"taken","shown":true,"why":null}');
INSERT INTO fact VALUES(49,'offered',621820000,'00000000-0000-0000-0000-000000000000',1793263420000,3600,'2026-10-29',17,NULL,'posture_change',NULL,'{"id":17,"kind":"posture_change","drills":[],"rule":"S2","length_s":0,"why":"44 min of sitting: time to stand up.","by_hand":false}');
INSERT INTO fact VALUES(50,'shown',621820000,'00000000-0000-0000-0000-000000000000',1793263420000,3600,'2026-10-29',17,NULL,NULL,NULL,'{"id":17}');
INSERT INTO fact VALUES(51,'outcome',621820000,'00000000-0000-0000-0000-000000000000',1793263420000,3600,'2026-10-29',17,NULL,'posture_change','skipped','{"id":17,"kind":"posture_change","outcome":"skipped","shown":true,"why":null}');
INSERT INTO fact VALUES(52,'offered',622540000,'00000000-0000-0000-0000-000000000000',1793264140000,3600,'2026-10-29',18,NULL,'microbreak',NULL,'{"id":18,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"34 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(53,'shown',622540000,'00000000-0000-0000-0000-000000000000',1793264140000,3600,'2026-10-29',18,NULL,NULL,NULL,'{"id":18}');
INSERT INTO fact VALUES(54,'shown',622840000,'00000000-0000-0000-0000-000000000000',1793264440000,3600,'2026-10-29',18,NULL,NULL,NULL,'{"id":18}');
INSERT INTO fact VALUES(55,'outcome',623140000,'00000000-0000-0000-0000-000000000000',1793264740000,3600,'2026-10-29',18,NULL,'microbreak','missed','{"id":18,"kind":"microbreak","outcome":"missed","shown":true,"why":null}');
INSERT INTO fact VALUES(56,'rest',623650000,'00000000-0000-0000-0000-000000000000',1793265250000,3600,'2026-10-29',NULL,NULL,'microbreak',NULL,'{"kind":"microbreak"}');
INSERT INTO fact VALUES(57,'bout',623920000,'00000000-0000-0000-0000-000000000000',1793265520000,3600,'2026-10-29',NULL,4,NULL,NULL,'{"span":4,"posture":"sitting","began":"2026-10-29T09:00:00+01:00","began_instant":619200,"began_boot":"00000000-0000-0000-0000-000000000000","end":"left","seconds":4420,"working":4380,"passive":0,"resting":40,"keys":null,"clicks":null,"cells":[{"day":"2026-10-29","hour":9,"working":3560,"passive":0,"resting":40},{"day":"2026-10-29","hour":10,"working":820,"passive":0,"resting":0}],"clocks":{"elapsed":{"microbreak":0,"posture_change":1800,"snack":4420,"mobility":17680,"strength":17680,"breath":4420,"workstation_check":17680,"checkin":17680},"desk_today":4420,"waited":0,"progress":0,"resting_tail":0}}');
INSERT INTO fact VALUES(58,'outcome',623920000,'00000000-0000-0000-0000-000000000000',1793265520000,3600,'2026-10-29',19,NULL,'posture_change','natural','{"id":19,"kind":"posture_change","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(59,'outcome',623920000,'00000000-0000-0000-0000-000000000000',1793265520000,3600,'2026-10-29',20,NULL,'snack','natural','{"id":20,"kind":"snack","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(60,'absence',705600000,'00000000-0000-0000-0000-000000000000',1793347200000,3600,'2026-10-30',NULL,NULL,NULL,NULL,'{"seconds":81980,"days":[{"day":"2026-10-29","seconds":49580},{"day":"2026-10-30","seconds":32400}]}');
INSERT INTO fact VALUES(61,'offered',706863000,'00000000-0000-0000-0000-000000000000',1793348463000,3600,'2026-10-30',21,NULL,'microbreak',NULL,'{"id":21,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"21 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(62,'shown',706863000,'00000000-0000-0000-0000-000000000000',1793348463000,3600,'2026-10-30',21,NULL,NULL,NULL,'{"id":21}');
INSERT INTO fact VALUES(63,'outcome',706890000,'00000000-0000-0000-0000-000000000000',1793348490000,3600,'2026-10-30',21,NULL,'microbreak','taken','{"id":21,"kind":"microbreak","outcome":"taken","shown":true,"why":null}');
INSERT INTO fact VALUES(64,'offered',708220000,'00000000-0000-0000-0000-000000000000',1793349820000,3600,'2026-10-30',22,NULL,'posture_change',NULL,'{"id":22,"kind":"posture_change","drills":[],"rule":"S2","length_s":0,"why":"44 min of sitting: time to stand up.","by_hand":false}');
INSERT INTO fact VALUES(65,'shown',708220000,'00000000-0000-0000-0000-000000000000',1793349820000,3600,'2026-10-30',22,NULL,NULL,NULL,'{"id":22}');
INSERT INTO fact VALUES(66,'outcome',708220000,'00000000-0000-0000-0000-000000000000',1793349820000,3600,'2026-10-30',22,NULL,'posture_change','skipped','{"id":22,"kind":"posture_change","outcome":"skipped","shown":true,"why":null}');
INSERT INTO fact VALUES(67,'offered',708940000,'00000000-0000-0000-0000-000000000000',1793350540000,3600,'2026-10-30',23,NULL,'microbreak',NULL,'{"id":23,"kind":"microbreak","drills":["C1"],"rule":"S1","length_s":30,"why":"34 min of work since your hands last rested.","by_hand":false}');
INSERT INTO fact VALUES(68,'shown',708940000,'00000000-0000-0000-0000-000000000000',1793350540000,3600,'2026-10-30',23,NULL,NULL,NULL,'{"id":23}');
INSERT INTO fact VALUES(69,'shown',709240000,'00000000-0000-0000-0000-000000000000',1793350840000,3600,'2026-10-30',23,NULL,NULL,NULL,'{"id":23}');
INSERT INTO fact VALUES(70,'outcome',709540000,'00000000-0000-0000-0000-000000000000',1793351140000,3600,'2026-10-30',23,NULL,'microbreak','missed','{"id":23,"kind":"microbreak","outcome":"missed","shown":true,"why":null}');
INSERT INTO fact VALUES(71,'rest',710050000,'00000000-0000-0000-0000-000000000000',1793351650000,3600,'2026-10-30',NULL,NULL,'microbreak',NULL,'{"kind":"microbreak"}');
INSERT INTO fact VALUES(72,'bout',710320000,'00000000-0000-0000-0000-000000000000',1793351920000,3600,'2026-10-30',NULL,5,NULL,NULL,'{"span":5,"posture":"sitting","began":"2026-10-30T09:00:00+01:00","began_instant":705600,"began_boot":"00000000-0000-0000-0000-000000000000","end":"left","seconds":4420,"working":4380,"passive":0,"resting":40,"keys":null,"clicks":null,"cells":[{"day":"2026-10-30","hour":9,"working":3560,"passive":0,"resting":40},{"day":"2026-10-30","hour":10,"working":820,"passive":0,"resting":0}],"clocks":{"elapsed":{"microbreak":0,"posture_change":1800,"snack":4420,"mobility":22100,"strength":22100,"breath":4420,"workstation_check":22100,"checkin":22100},"desk_today":4420,"waited":0,"progress":0,"resting_tail":0}}');
INSERT INTO fact VALUES(73,'outcome',710320000,'00000000-0000-0000-0000-000000000000',1793351920000,3600,'2026-10-30',24,NULL,'posture_change','natural','{"id":24,"kind":"posture_change","outcome":"natural","shown":false,"why":null}');
INSERT INTO fact VALUES(74,'outcome',710320000,'00000000-0000-0000-0000-000000000000',1793351920000,3600,'2026-10-30',25,NULL,'snack','natural','{"id":25,"kind":"snack","outcome":"natural","shown":false,"why":null}');
CREATE TABLE day(
day TEXT PRIMARY KEY,
working_ms INTEGER NOT NULL,passive_ms INTEGER NOT NULL,resting_ms INTEGER NOT NULL,
away_ms INTEGER NOT NULL,unknown_ms INTEGER NOT NULL,sitting_ms INTEGER NOT NULL,standing_ms INTEGER NOT NULL,
longest_sit_bout_ms INTEGER NOT NULL,sit_bouts_over_45min INTEGER NOT NULL,posture_changes INTEGER NOT NULL,
input_counted INTEGER NOT NULL,keys INTEGER NOT NULL,clicks INTEGER NOT NULL,
pains TEXT NOT NULL,notices TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO day VALUES('2026-10-26',4380000,0,40000,49580000,0,4420000,0,4420000,1,0,0,0,0,'[]','[]');
INSERT INTO day VALUES('2026-10-27',4380000,0,40000,81980000,0,4420000,0,4420000,1,0,0,0,0,'[]','[]');
INSERT INTO day VALUES('2026-10-28',4380000,0,40000,81980000,0,4420000,0,4420000,1,0,0,0,0,'[]','[]');
INSERT INTO day VALUES('2026-10-29',4380000,0,40000,81980000,0,4420000,0,4420000,1,0,0,0,0,'[]','[]');
INSERT INTO day VALUES('2026-10-30',4380000,0,40000,32400000,0,4420000,0,4420000,1,0,0,0,0,'[]','[]');
CREATE TABLE day_kind(
day TEXT NOT NULL,kind TEXT NOT NULL,
taken INTEGER NOT NULL,partial INTEGER NOT NULL,natural INTEGER NOT NULL,
skipped INTEGER NOT NULL,missed INTEGER NOT NULL,withdrawn INTEGER NOT NULL,
snoozes INTEGER NOT NULL,rests INTEGER NOT NULL,PRIMARY KEY(day,kind)) WITHOUT ROWID;
INSERT INTO day_kind VALUES('2026-10-26','microbreak',1,0,0,0,1,0,0,1);
INSERT INTO day_kind VALUES('2026-10-26','posture_change',0,0,1,1,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-26','snack',0,0,1,0,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-27','microbreak',1,0,0,0,1,0,0,1);
INSERT INTO day_kind VALUES('2026-10-27','posture_change',0,0,1,1,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-27','snack',0,0,1,0,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-28','microbreak',1,0,0,0,1,0,0,1);
INSERT INTO day_kind VALUES('2026-10-28','posture_change',0,0,1,1,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-28','snack',0,0,1,0,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-29','microbreak',1,0,0,0,1,0,0,1);
INSERT INTO day_kind VALUES('2026-10-29','posture_change',0,0,1,1,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-29','snack',0,0,1,0,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-30','microbreak',1,0,0,0,1,0,0,1);
INSERT INTO day_kind VALUES('2026-10-30','posture_change',0,0,1,1,0,0,0,0);
INSERT INTO day_kind VALUES('2026-10-30','snack',0,0,1,0,0,0,0,0);
CREATE TABLE day_hour(
day TEXT NOT NULL,hour INTEGER NOT NULL,ms INTEGER NOT NULL,PRIMARY KEY(day,hour)) WITHOUT ROWID;
INSERT INTO day_hour VALUES('2026-10-26',9,3600000);
INSERT INTO day_hour VALUES('2026-10-26',10,820000);
INSERT INTO day_hour VALUES('2026-10-27',9,3600000);
INSERT INTO day_hour VALUES('2026-10-27',10,820000);
INSERT INTO day_hour VALUES('2026-10-28',9,3600000);
INSERT INTO day_hour VALUES('2026-10-28',10,820000);
INSERT INTO day_hour VALUES('2026-10-29',9,3600000);
INSERT INTO day_hour VALUES('2026-10-29',10,820000);
INSERT INTO day_hour VALUES('2026-10-30',9,3600000);
INSERT INTO day_hour VALUES('2026-10-30',10,820000);
CREATE UNIQUE INDEX fact_span ON fact(span) WHERE span IS NOT NULL;
CREATE INDEX fact_day ON fact(day);
CREATE INDEX fact_lasting ON fact(fact) WHERE fact='posture' OR fact='driver' OR fact='safety';
CREATE INDEX fact_rare ON fact(kind) WHERE kind='strength' OR kind='workstation_check';
COMMIT;
