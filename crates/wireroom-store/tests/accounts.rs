//! Accounts as the store keeps them: roles and the owner that a house never lacks, sessions, invitations, tokens.

use wireroom_model::{ArticleId, SessionId, UserId};
use wireroom_store::api_tokens::Scope;
use wireroom_store::corrections::{CorrectionKind, NewCorrection};
use wireroom_store::forget::What;
use wireroom_store::invitations::{MAX_INVITATIONS, NewInvitation, Purpose};
use wireroom_store::users::{Choices, Look, NewUser, Pictures, Role, TextSize};
use wireroom_store::{Store, StoreError};

struct House {
    _folder: tempfile::TempDir,
    store: Store,
    ada: UserId,
    ben: UserId,
}

/// Ada owns it, Ben reads.
async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let new = |name, role| NewUser { name, password_hash: "hashed", role, time_zone: None };
    let ada = tx.add_user(&new("Ada", Role::Owner), 1).await.unwrap();
    let ben = tx.add_user(&new("Ben", Role::Reader), 1).await.unwrap();
    tx.commit().await.unwrap();
    House { _folder: folder, store, ada, ben }
}

async fn role(house: &House, user: UserId) -> Role {
    house.store.user(user).await.unwrap().unwrap().role
}

#[tokio::test]
async fn a_house_never_loses_its_last_owner() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    for role in [Role::Editor, Role::Reader] {
        assert!(matches!(tx.set_role(house.ada, role).await, Err(StoreError::Refused(_))));
    }
    assert!(matches!(tx.doom(&What::User(house.ada), 2).await, Err(StoreError::Refused(_))));
    tx.set_role(house.ben, Role::Owner).await.unwrap();
    tx.set_role(house.ada, Role::Editor).await.unwrap();
    assert!(matches!(tx.set_role(house.ben, Role::Reader).await, Err(StoreError::Refused(_))));
    tx.commit().await.unwrap();
    assert_eq!((role(&house, house.ada).await, role(&house, house.ben).await), (Role::Editor, Role::Owner));
}

#[tokio::test]
async fn a_role_for_nobody_is_refused() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    assert!(tx.set_role(UserId::new(99).unwrap(), Role::Owner).await.is_err());
}

#[tokio::test]
async fn an_editors_word_for_all_outlives_the_account_and_their_own_does_not() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    let article = |n| ArticleId::new(n).unwrap();
    let new = |for_all| NewCorrection {
        by: house.ben,
        for_all,
        kind: CorrectionKind::NotACopy,
        article: article(1),
        other: Some(article(2)),
        story: None,
    };
    let (all, own) =
        (tx.add_correction(&new(true), 2).await.unwrap(), tx.add_correction(&new(false), 2).await.unwrap());
    tx.doom(&What::User(house.ben), 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.store.correction(all).await.unwrap().unwrap().by, None);
    assert!(house.store.correction(own).await.unwrap().is_none());
}

#[tokio::test]
async fn choices_are_kept_and_a_new_user_has_the_usual_ones() {
    let house = house().await;
    let ben = house.store.user(house.ben).await.unwrap().unwrap();
    assert_eq!(ben.choices, Choices::default());
    let chosen = Choices {
        time_zone: Some("Europe/Berlin".to_owned()),
        language: Some("de".to_owned()),
        text_size: TextSize::VeryLarge,
        look: Look::Dark,
        pictures: Pictures::Hidden,
    };
    let mut tx = house.store.begin().await.unwrap();
    tx.set_choices(house.ben, &chosen).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.store.user(house.ben).await.unwrap().unwrap().choices, chosen);
    assert_eq!(house.store.user(house.ada).await.unwrap().unwrap().choices, Choices::default());
}

#[tokio::test]
async fn a_session_is_ended_by_its_own_reader_alone() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    let here = tx.add_session("a", house.ada, "Firefox", 10, 1_000).await.unwrap();
    let there = tx.add_session("b", house.ada, "Safari", 20, 1_000).await.unwrap();
    let bens = tx.add_session("c", house.ben, "Chrome", 20, 1_000).await.unwrap();
    assert!(!tx.end_session_of(house.ben, here).await.unwrap());
    assert!(!tx.end_session_of(house.ada, bens).await.unwrap());
    tx.see_session(here, 30).await.unwrap();
    tx.commit().await.unwrap();
    let list = house.store.sessions_of(house.ada, 40).await.unwrap();
    let list: Vec<(SessionId, i64)> = list.iter().map(|one| (one.id, one.seen_at)).collect();
    assert_eq!(list, [(here, 30), (there, 20)]);
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.end_sessions_of(house.ada, Some(here)).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert!(house.store.session("b", 40).await.unwrap().is_none());
    for kept in ["a", "c"] {
        assert!(house.store.session(kept, 40).await.unwrap().is_some(), "{kept}");
    }
    assert!(house.store.sessions_of(house.ada, 1_000).await.unwrap().is_empty(), "they expire");
}

#[tokio::test]
async fn a_token_is_found_by_its_hash_until_its_reader_withdraws_it() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    let id = tx.add_api_token(house.ben, "hash", "Phone", Scope::Write, 5).await.unwrap();
    assert!(!tx.withdraw_api_token(house.ada, id).await.unwrap());
    tx.use_api_token(id, 9).await.unwrap();
    tx.commit().await.unwrap();
    let (user, token) = house.store.by_token("hash").await.unwrap().unwrap();
    assert_eq!((user.id, token.name.as_str(), token.scope), (house.ben, "Phone", Scope::Write));
    assert_eq!((token.created_at, token.used_at), (5, Some(9)));
    assert!(house.store.by_token("other").await.unwrap().is_none());
    assert!(house.store.api_tokens_of(house.ada).await.unwrap().is_empty());
    let mut tx = house.store.begin().await.unwrap();
    assert!(tx.withdraw_api_token(house.ben, id).await.unwrap());
    tx.commit().await.unwrap();
    assert!(house.store.by_token("hash").await.unwrap().is_none());
}

fn link(house: &House, by: UserId, token_hash: &'static str, purpose: Purpose) -> NewInvitation<'static> {
    let _ = house;
    NewInvitation { token_hash, name: "Cy", purpose, by, expires_at: 100 }
}

#[tokio::test]
async fn an_invitation_is_good_once_and_for_a_while() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    tx.invite(&link(&house, house.ada, "one", Purpose::Account(Role::Editor)), 5).await.unwrap();
    assert!(tx.accept_invitation("other", 6).await.unwrap().is_none());
    assert!(tx.accept_invitation("one", 100).await.unwrap().is_none(), "too late");
    let accepted = tx.accept_invitation("one", 99).await.unwrap().unwrap();
    assert_eq!(accepted.purpose, Purpose::Account(Role::Editor));
    assert!(tx.accept_invitation("one", 99).await.unwrap().is_none(), "twice");
}

#[tokio::test]
async fn only_an_owner_invites_and_who_is_none_any_more_takes_the_links_along() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    let owner = Purpose::Account(Role::Owner);
    assert!(tx.invite(&link(&house, house.ben, "no", owner.clone()), 5).await.is_err());
    tx.set_role(house.ben, Role::Owner).await.unwrap();
    tx.invite(&link(&house, house.ben, "bens", owner.clone()), 5).await.unwrap();
    let kept = tx.invite(&link(&house, house.ada, "adas", owner), 5).await.unwrap();
    tx.set_role(house.ben, Role::Reader).await.unwrap();
    tx.commit().await.unwrap();
    let open = house.store.invitations(6).await.unwrap();
    assert_eq!(open.iter().map(|one| one.id).collect::<Vec<_>>(), [kept]);
    assert!(house.store.invitation("bens", 6).await.unwrap().is_none());
}

#[tokio::test]
async fn open_invitations_have_a_limit() {
    let house = house().await;
    let mut tx = house.store.begin().await.unwrap();
    for number in 0..MAX_INVITATIONS {
        let new = NewInvitation {
            token_hash: &format!("{number}"),
            name: "Cy",
            purpose: Purpose::Password(house.ben),
            by: house.ada,
            expires_at: 100,
        };
        tx.invite(&new, 5).await.unwrap();
    }
    assert!(tx.invite(&link(&house, house.ada, "more", Purpose::Password(house.ben)), 5).await.is_err());
    tx.drop_expired(100).await.unwrap();
    tx.invite(&link(&house, house.ada, "more", Purpose::Password(house.ben)), 5).await.unwrap();
}

#[tokio::test]
async fn guests_stay_out_until_an_owner_lets_them_in() {
    let house = house().await;
    assert!(!house.store.has_guests().await.unwrap());
    for on in [true, false] {
        let mut tx = house.store.begin().await.unwrap();
        tx.set_guests(on).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(house.store.has_guests().await.unwrap(), on);
    }
}
