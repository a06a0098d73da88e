use std::fs::OpenOptions;
use std::io::Write;

use serde_json::Map;

use super::*;

fn draft(name: &str) -> Draft {
    Draft {
        platform: Platform::Tiktok,
        kind: Kind::Campaign,
        account: "7000".to_owned(),
        name: name.to_owned(),
        status: "DISABLE".to_owned(),
        campaign_id: None,
        parent_id: None,
        request_id: None,
        fields: Map::new(),
    }
}

fn create(store: &mut Store, draft: Draft) -> Arc<Object> {
    match store.create(draft, Guard::default(), Timestamp::UNIX_EPOCH).unwrap() {
        Created::New(object) => object,
        other => panic!("not created: {other:?}"),
    }
}

#[test]
fn a_reopened_journal_has_every_object_and_goes_on_counting() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep").join("sandbox.jsonl");
    let mut store = Store::open(Some(&path)).unwrap();
    let first = create(&mut store, draft("one"));
    let second = create(&mut store, draft("two"));
    store
        .update(&first.id, Timestamp::UNIX_EPOCH, |object| {
            "renamed".clone_into(&mut object.name);
        })
        .unwrap();
    drop(store);

    let mut store = Store::open(Some(&path)).unwrap();
    assert_eq!(store.get(&first.id).unwrap().name, "renamed");
    assert_eq!(store.get(&second.id).unwrap().name, "two");
    let names = |name| store.of_name(Platform::Tiktok, Kind::Campaign, "7000", name).count();
    assert_eq!((names("one"), names("renamed")), (0, 1));
    let third = create(&mut store, draft("three"));
    assert!(third.number() > second.number());
}

#[test]
fn a_torn_last_line_is_ignored_and_does_not_spoil_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.jsonl");
    let mut store = Store::open(Some(&path)).unwrap();
    create(&mut store, draft("one"));
    drop(store);
    OpenOptions::new().append(true).open(&path).unwrap().write_all(br#"{"put":{"id":"12"#).unwrap();

    let mut store = Store::open(Some(&path)).unwrap();
    assert_eq!(store.all().count(), 1);
    create(&mut store, draft("two"));
    drop(store);
    assert_eq!(Store::open(Some(&path)).unwrap().all().count(), 2);
}

#[test]
fn a_broken_line_in_the_middle_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.jsonl");
    std::fs::write(&path, "nonsense\n{\"reset\":{\"meta\":1,\"tiktok\":1}}\n").unwrap();
    let error = Store::open(Some(&path)).unwrap_err();
    assert!(error.to_string().contains("line 1"), "{error}");
}

#[test]
fn ids_do_not_come_back_after_a_reset_and_a_reload() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.jsonl");
    let mut store = Store::open(Some(&path)).unwrap();
    let first = create(&mut store, draft("one"));
    store.reset().unwrap();
    drop(store);
    let mut store = Store::open(Some(&path)).unwrap();
    assert_eq!(store.all().count(), 0);
    assert!(create(&mut store, draft("one")).number() > first.number());
}

#[test]
fn a_repeat_of_a_request_id_returns_the_first_object_inside_its_window() {
    let mut store = Store::open(None).unwrap();
    let keyed = || Draft { request_id: Some("1".to_owned()), ..draft("one") };
    let first = create(&mut store, keyed());
    let later = Timestamp::from_second(100).unwrap();
    let replayed = store.create(keyed(), Guard::default(), later).unwrap();
    assert!(matches!(replayed, Created::Replayed(object) if object.id == first.id));

    let window = Guard { replay_since: Timestamp::from_second(90).ok(), ..Guard::default() };
    assert!(matches!(store.create(keyed(), window, later).unwrap(), Created::New(_)));
}

#[test]
fn a_taken_name_is_refused_only_among_the_living() {
    let mut store = Store::open(None).unwrap();
    let unique = Guard { unique_name: true, ..Guard::default() };
    let first = create(&mut store, draft("one"));
    let again = |store: &mut Store| store.create(draft("one"), unique, Timestamp::UNIX_EPOCH).unwrap();
    assert!(matches!(again(&mut store), Created::NameTaken));
    store.set_status_below(&first.id, "DELETE", Timestamp::UNIX_EPOCH).unwrap();
    assert!(matches!(again(&mut store), Created::New(_)));
}

#[test]
fn deleting_goes_all_the_way_down() {
    let mut store = Store::open(None).unwrap();
    let top = create(&mut store, draft("top"));
    let under = |parent: &Object, kind| Draft { kind, parent_id: Some(parent.id.clone()), ..draft("x") };
    let group = create(&mut store, under(&top, Kind::AdGroup));
    let ad = create(&mut store, under(&group, Kind::Ad));
    store.set_status_below(&top.id, "DELETE", Timestamp::UNIX_EPOCH).unwrap();
    assert!(store.get(&ad.id).unwrap().is_deleted());
}

#[test]
fn duplicates_are_living_objects_of_one_kind_with_one_name() {
    let mut store = Store::open(None).unwrap();
    for name in ["a", "b", "a"] {
        create(&mut store, draft(name));
    }
    create(&mut store, Draft { kind: Kind::AdGroup, ..draft("b") });
    let groups = store.duplicates();
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].len(), 2);
    assert_eq!(groups[0][0].name, "a");
}
