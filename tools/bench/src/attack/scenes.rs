//! The attacks.

use std::{collections::BTreeMap, net::SocketAddr, pin::Pin, time::Duration};

use serde_json::{Value, json};
use tokio::{io::AsyncWriteExt, net::TcpStream, task::JoinSet, time::sleep};

use crate::http::{Client, Connection, load};

/// A prepared attack. Its future ends with a text about the answers.
pub(super) struct Attack(pub(super) Pin<Box<dyn Future<Output = String> + Send>>);

fn attack(attack: impl Future<Output = String> + Send + 'static) -> Attack {
    Attack(Box::pin(attack))
}

/// One attack.
pub(super) struct Scene {
    pub(super) name: &'static str,
    /// Prepares the data that the attack needs.
    pub(super) prepare: fn(SocketAddr) -> Pin<Box<dyn Future<Output = Attack> + Send>>,
}

macro_rules! scenes {
    ($($name:literal => $prepare:expr,)*) => {
        vec![$(Scene { name: $name, prepare: |address| Box::pin(async move { $prepare(address).await }) },)*]
    };
}

pub(super) fn all() -> Vec<Scene> {
    scenes! {
        "`POST /tickets` with 30,000 ad sets" => |address| ad_sets(address, 30_000),
        "`POST /tickets` with 100,000 ad sets" => |address| ad_sets(address, 100_000),
        "16 of those with 30,000 at once" => |address| many_ad_sets(address, 16),
        "a body of 500,000 brackets" => brackets,
        "10,000 names against 2,000 brands" => |address| names(address, 1),
        "8 of those at once" => |address| names(address, 8),
        "QA: 2,000 interests against 24,000 blocked words" => blocklist,
        "a blocklist of 60,000 words" => long_blocklist,
        "QA with 12,000 findings" => findings,
        "a list of 200 tickets of 1.9 MB" => |address| list(address, "/api/v1/tickets?limit=200", 1),
        "20 of those at once" => |address| list(address, "/api/v1/tickets?limit=200", 20),
        "the 200 events of those tickets, 20 times at once" => |address| list(address, "/api/v1/events?limit=200", 20),
        "5 s of writes, with 500 feeds that nobody reads" => |address| deaf(address, 500),
        "5 s of writes, with no feed" => |address| deaf(address, 0),
        "990 idle connections" => |address| idle(address, ""),
        "990 heads, a byte a second" => |address| idle(address, "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "),
        "`/openapi.json` 2,000 times, 16 at once" => openapi,
    }
}

/// Sends one request and describes its answer.
async fn send(address: SocketAddr, method: &'static str, path: String, body: Option<Value>) -> (u16, usize) {
    let answer = Connection::open(address).await.request(method, &path, body.as_ref()).await;
    (answer.status, answer.body.len())
}

/// Sends the same request `times` times at once and counts the kinds of answers.
async fn at_once(address: SocketAddr, times: usize, method: &'static str, path: &str, body: Option<Value>) -> String {
    let mut tasks = JoinSet::new();
    for _ in 0..times {
        tasks.spawn(send(address, method, path.to_owned(), body.clone()));
    }
    let mut answers = BTreeMap::<u16, (usize, usize)>::new();
    for (status, bytes) in tasks.join_all().await {
        let entry = answers.entry(status).or_default();
        *entry = (entry.0 + 1, entry.1.max(bytes));
    }
    let told = answers.into_iter().map(|(status, (count, bytes))| {
        let kilobytes = bytes.div_ceil(1024);
        if times == 1 {
            format!("{status}, {kilobytes} kB")
        } else {
            format!("{count} × {status}, {kilobytes} kB each")
        }
    });
    told.collect::<Vec<_>>().join("; ")
}

/// A campaign and a channel of a family-friendly brand.
async fn house(client: &Client) -> (Value, Value) {
    let brand = json!({"name": "Acme", "internal_code": "ACME", "family_friendly": true});
    let brand = client.post("/api/v1/brands", &brand).await;
    let market = json!({"code": "US", "country": "United States", "region": "NA"});
    let market = client.post("/api/v1/markets", &market).await;
    let channel = client.post("/api/v1/channels", &json!({"platform_name": "Meta", "api_identifier": "META"})).await;
    let campaign = json!({
        "campaign_name": "Attack", "brand_id": brand["id"], "market_id": market["id"], "budget": 1_000_000,
    });
    let campaign = client.post("/api/v1/campaigns", &campaign).await;
    (campaign["id"].clone(), channel["id"].clone())
}

fn ticket(house: &(Value, Value), variant: usize, config: &Value) -> Value {
    json!({
        "campaign_id": house.0, "channel_id": house.1, "request_type": "CREATE_CAMPAIGN_TREE",
        "variant": format!("V{variant}"), "payload_config": config,
    })
}

async fn ad_sets(address: SocketAddr, count: usize) -> Attack {
    let house = house(&Client::new(address)).await;
    let body = ticket(&house, 1, &json!({"ad_sets": vec![json!({}); count]}));
    attack(async move { at_once(address, 1, "POST", "/api/v1/tickets", Some(body)).await })
}

async fn many_ad_sets(address: SocketAddr, times: usize) -> Attack {
    let house = house(&Client::new(address)).await;
    let body = ticket(&house, 1, &json!({"ad_sets": vec![json!({"name": "A name of some length"}); 30_000]}));
    attack(async move { at_once(address, times, "POST", "/api/v1/tickets", Some(body)).await })
}

async fn brackets(address: SocketAddr) -> Attack {
    house(&Client::new(address)).await;
    let body = "[".repeat(500_000);
    let head = format!(
        "POST /api/v1/tickets HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    attack(async move { Connection::open(address).await.raw(&(head + &body)).await })
}

async fn names(address: SocketAddr, times: usize) -> Attack {
    let client = Client::new(address);
    house(&client).await;
    for brand in 0..2_000 {
        let brand = json!({"name": "B", "internal_code": format!("BRAND_OF_NUMBER_{brand:04}")});
        client.post("/api/v1/brands", &brand).await;
    }
    let names: Vec<String> =
        (0..10_000).map(|name| format!("BRAND_OF_NUMBER_{name:05}_US_META_2026_C{name}")).collect();
    let body = json!({"names": names});
    attack(async move { at_once(address, times, "POST", "/api/v1/taxonomy/validate", Some(body)).await })
}

fn words(count: usize) -> Value {
    let words: Vec<Value> = (0..count).map(|word| json!({"name": format!("word{word:05}")})).collect();
    json!({"blocklists": {"meta": {"interests": words}}})
}

/// Creates a ticket with this many ad sets, each of which targets these interests.
async fn targeting(address: SocketAddr, ad_sets: usize, interests: Vec<Value>) -> String {
    let client = Client::new(address);
    let ad_set = json!({
        "optimization_goal": "LINK_CLICKS", "destination_type": "WEBSITE", "daily_budget": "25.00",
        "targeting": {"geo_locations": {"countries": ["US"]}, "flexible_spec": [{"interests": interests}]},
    });
    let config = json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": [], "ad_sets": vec![ad_set; ad_sets]});
    let ticket = client.post("/api/v1/tickets", &ticket(&house(&client).await, 1, &config)).await;
    format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap())
}

async fn blocklist(address: SocketAddr) -> Attack {
    let interests =
        (0..2_000).map(|id| json!({"id": id.to_string(), "name": format!("Wordy interest {id}")})).collect();
    Client::new(address).put("/api/v1/qa/policy", &words(24_000)).await;
    let path = targeting(address, 1, interests).await;
    attack(async move { at_once(address, 1, "PUT", &path, Some(json!({"status": "QA_TESTING"}))).await })
}

async fn long_blocklist(address: SocketAddr) -> Attack {
    house(&Client::new(address)).await;
    attack(async move { at_once(address, 1, "PUT", "/api/v1/qa/policy", Some(words(60_000))).await })
}

async fn findings(address: SocketAddr) -> Attack {
    let path = targeting(address, 50, (0..240).map(|id| json!({"id": id.to_string()})).collect()).await;
    attack(async move { at_once(address, 1, "PUT", &path, Some(json!({"status": "QA_TESTING"}))).await })
}

async fn list(address: SocketAddr, path: &'static str, times: usize) -> Attack {
    let client = Client::new(address);
    let house = house(&client).await;
    let config = json!({"objective": "OUTCOME_TRAFFIC", "ad_sets": [{"name": "x".repeat(1_900_000)}]});
    for variant in 0..200 {
        client.post("/api/v1/tickets", &ticket(&house, variant, &config)).await;
    }
    attack(async move { at_once(address, times, "GET", path, None).await })
}

async fn deaf(address: SocketAddr, readers: usize) -> Attack {
    house(&Client::new(address)).await;
    attack(async move {
        let mut feeds = Vec::new();
        for _ in 0..readers {
            let mut feed = TcpStream::connect(address).await.unwrap();
            let head = "GET /api/v1/ws?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
            feed.write_all(head.as_bytes()).await.unwrap();
            feeds.push(feed);
        }
        let (rate, _, p99) = load(address, 4, Duration::from_secs(5), |worker, n| {
            ("/api/v1/brands", json!({"name": "Brand", "internal_code": format!("W{worker}X{n}")}))
        })
        .await;
        format!("{rate:.0} writes/s, p99 {p99:.0} ms")
    })
}

async fn idle(address: SocketAddr, head: &'static str) -> Attack {
    house(&Client::new(address)).await;
    attack(async move {
        let mut clients = Vec::new();
        for _ in 0..990 {
            let mut client = TcpStream::connect(address).await.unwrap();
            client.write_all(head.as_bytes()).await.unwrap();
            clients.push(client);
        }
        let answer = at_once(address, 1, "GET", "/api/v1/brands", None).await;
        let mut open = clients.len();
        // More than a request's head may take.
        for _ in 0..18 {
            sleep(Duration::from_secs(1)).await;
            open = 0;
            for client in &mut clients {
                // The read of a closed connection ends or fails.
                let mut byte = [0; 1];
                let is_open =
                    client.try_read(&mut byte).is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock);
                if is_open && !head.is_empty() {
                    let _ = client.try_write(b"x");
                }
                open += usize::from(is_open);
            }
        }
        format!("{answer} for another client; {open} of 990 still open after 18 s")
    })
}

async fn openapi(address: SocketAddr) -> Attack {
    house(&Client::new(address)).await;
    attack(async move {
        let mut answers = JoinSet::new();
        for _ in 0..16 {
            answers.spawn(async move {
                let mut connection = Connection::open(address).await;
                for _ in 0..125 {
                    assert_eq!(connection.request("GET", "/openapi.json", None).await.status, 200);
                }
            });
        }
        answers.join_all().await;
        "200 each".to_owned()
    })
}
