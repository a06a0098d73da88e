//! The file of a SQLite database: closed to others, and its loss is noticed.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use store::{Options, Store, StoreError};

/// An event of the file.
type Happening = fn(&Path);

async fn opened(path: &Path) -> Store {
    let store = Store::open(&Options::new(&format!("sqlite://{}", path.display()))).await.unwrap();
    store.migrate().await.unwrap();
    store
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn nobody_else_reads_it_or_its_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.db");
    let files = ["test.db", "test.db-wal", "test.db-shm"].map(|name| folder.path().join(name));
    let store = opened(&path).await;
    assert_eq!(files.each_ref().map(|file| mode(file)), [0o600; 3]);

    // In the state that an older version left.
    for file in &files {
        fs::set_permissions(file, Permissions::from_mode(0o644)).unwrap();
    }
    let again = opened(&path).await;
    assert_eq!(files.each_ref().map(|file| mode(file)), [0o600; 3]);
    again.close().await.unwrap();
    store.close().await.unwrap();
}

#[tokio::test]
async fn one_that_is_deleted_replaced_or_emptied_is_missed_before_and_after_a_write() {
    let cases: [(&str, Happening); 3] = [
        ("was deleted", |path| fs::remove_file(path).unwrap()),
        ("was replaced", |path| {
            let copy = PathBuf::from(format!("{}.copy", path.display()));
            fs::copy(path, &copy).unwrap();
            fs::rename(copy, path).unwrap();
        }),
        ("was emptied", |path| fs::File::create(path).map(|_| ()).unwrap()),
    ];
    for (what, happens) in cases {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.db");
        let store = opened(&path).await;
        let under_way = store.begin().await.unwrap();
        happens(&path);
        let committed = under_way.commit().await.unwrap_err();
        assert!(matches!(&committed, StoreError::InDoubt(error) if error.to_string().contains(what)), "{committed:?}");
        for refused in [store.begin().await.map(|_| ()).unwrap_err(), store.check().await.map(|_| ()).unwrap_err()] {
            assert!(matches!(&refused, StoreError::FileGone(text) if text.contains(what)), "{refused:?}");
        }
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let store = opened(&folder.path().join("test.db")).await;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_from_the_future', 0)";
    store.execute_for_tests(newer).await.unwrap();
    let refused = store.migrate().await.unwrap_err();
    assert!(matches!(refused, StoreError::Newer(_)), "{refused:?}");
    let text = refused.to_string();
    assert!(text.contains("newer version of OmniTraffick") && text.contains("m9999_from_the_future"), "{text}");
}

#[tokio::test]
async fn a_server_that_refuses_connections_is_told_at_once_and_in_its_own_words() {
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("postgres://user:secret@{address}/nothing");
    let error = Store::open(&Options::new(&url)).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable(_)), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("refused") && !text.contains("secret") && !text.contains("timed out"), "{text}");
}
