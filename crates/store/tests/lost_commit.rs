//! A connection to a real PostgreSQL that breaks at COMMIT, before or after its effect.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use domain::{Brand, BrandId};
use store::{Options, Store, StoreError};
use testkit::TestDatabase;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const WORKS: u8 = 0;
/// The next COMMIT does not reach the server.
const CUT_BEFORE: u8 = 1;
/// The next COMMIT reaches the server, and its answer is lost.
const CUT_AFTER: u8 = 2;

/// A proxy in front of `server`, and the switch for cutting a connection.
async fn proxy(server: SocketAddr) -> (SocketAddr, Arc<AtomicU8>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let switch = Arc::new(AtomicU8::new(WORKS));
    let cut = switch.clone();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            tokio::spawn(carry(client, server, cut.clone()));
        }
    });
    (address, switch)
}

async fn carry(mut client: TcpStream, server: SocketAddr, switch: Arc<AtomicU8>) {
    let Ok(mut server) = TcpStream::connect(server).await else { return };
    let (mut asked, mut answered) = ([0; 4096], [0; 4096]);
    loop {
        tokio::select! {
            read = client.read(&mut asked) => {
                let Some(length) = read.ok().filter(|length| *length > 0) else { return };
                let is_commit = asked[..length].windows(6).any(|window| window == b"COMMIT");
                let cut = if is_commit { switch.swap(WORKS, Ordering::SeqCst) } else { WORKS };
                if cut == CUT_BEFORE {
                    return;
                }
                if server.write_all(&asked[..length]).await.is_err() {
                    return;
                }
                if cut == CUT_AFTER {
                    // The server has answered, so it has committed.
                    let _ = server.read(&mut answered).await;
                    return;
                }
            }
            read = server.read(&mut answered) => {
                let Some(length) = read.ok().filter(|length| *length > 0) else { return };
                if client.write_all(&answered[..length]).await.is_err() {
                    return;
                }
            }
        }
    }
}

fn brand(number: u128) -> Brand {
    let time = "2026-03-02T12:00:00Z".parse().unwrap();
    Brand {
        id: BrandId(uuid::Uuid::from_u128(number)),
        name: "Disney".into(),
        internal_code: format!("B{number}"),
        family_friendly: false,
        created_at: time,
        updated_at: time,
        version: 1,
    }
}

async fn write(store: &Store, brand: &Brand) -> Result<(), StoreError> {
    let tx = store.begin().await?;
    tx.insert(brand).await?;
    tx.commit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_goes_away_is_told_in_its_own_words() {
    let database = TestDatabase::postgres().await;
    let (head, name) = database.url.rsplit_once('/').unwrap();
    let (user, server) = head.rsplit_once('@').unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server: SocketAddr = server.parse().unwrap();
    let proxy = tokio::spawn(async move {
        let mut carried = tokio::task::JoinSet::new();
        while let Ok((client, _)) = listener.accept().await {
            carried.spawn(carry(client, server, Arc::default()));
        }
    });
    let store = Store::open(&Options::new(&format!("{user}@{address}/{name}"))).await.unwrap();
    store.check().await.unwrap();
    proxy.abort();
    let _ = proxy.await;
    // Existing connections are closed first, and a recent result stays valid for a second.
    let told = until_refused(&store).await;
    assert_eq!(told.plainly(), "it is out of reach");
}

async fn until_refused(store: &Store) -> StoreError {
    loop {
        if let Err(error) = store.check().await
            && error.to_string().contains("refused")
        {
            return error;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_without_an_answer_is_in_doubt_and_the_next_one_works() {
    let database = TestDatabase::postgres().await;
    let (head, name) = database.url.rsplit_once('/').unwrap();
    let (user, server) = head.rsplit_once('@').unwrap();
    let (address, switch) = proxy(server.parse().unwrap()).await;
    let store = Store::open(&Options::new(&format!("{user}@{address}/{name}"))).await.unwrap();

    for (number, cut, done) in [(1, CUT_BEFORE, false), (2, CUT_AFTER, true)] {
        switch.store(cut, Ordering::SeqCst);
        let told = write(&store, &brand(number)).await.unwrap_err();
        assert!(matches!(told, StoreError::InDoubt(_)), "{told:?}");
        let found: Option<Brand> = store::find(database.store.reader(), brand(number).id).await.unwrap();
        assert_eq!(found.is_some(), done);
        write(&store, &brand(number + 10)).await.unwrap();
    }
}
