"""The program's own words for the public."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What the controls and the program's own lines say in one language; plain text, already typeset."""

    invitation: str
    next: str
    previous: str
    sections: str
    language: str
    resume: str
    home: str
    close: str
    idle_question: str
    idle_explanation: str
    """Has a `{seconds}`."""
    position: str
    """Has a `{number}` and a `{total}`."""
    source: str
    opening_hours: str
    in_the_building: str
    getting_here: str
    scan_with_your_phone: str
    map: str


WORDS = {
    "fr": Words(
        invitation="Touchez l’écran pour explorer",
        next="Suivant",
        previous="Précédent",
        sections="Sommaire",
        language="Langue",
        resume="Reprendre le diaporama",
        home="Accueil",
        close="Fermer",
        idle_question="Êtes-vous toujours là\u202f?",
        idle_explanation="Touchez l’écran pour rester sur cette page. Retour au début dans {seconds}\u00a0s.",
        position="{number} sur {total}",
        source="Source\u00a0:",
        opening_hours="Heures d’ouverture",
        in_the_building="Dans le bâtiment",
        getting_here="Comment venir",
        scan_with_your_phone="Visez le code avec votre téléphone",
        map="Carte",
    ),
    "en": Words(
        invitation="Touch to explore",
        next="Next",
        previous="Previous",
        sections="Contents",
        language="Language",
        resume="Resume slideshow",
        home="Home",
        close="Close",
        idle_question="Are you still there?",
        idle_explanation="Touch the screen to stay on this page. Back to the start in {seconds}\u00a0s.",
        position="{number} of {total}",
        source="Source:",
        opening_hours="Opening hours",
        in_the_building="In the building",
        getting_here="Getting here",
        scan_with_your_phone="Scan with your phone",
        map="Map",
    ),
    "de": Words(
        invitation="Zum Entdecken berühren",
        next="Weiter",
        previous="Zurück",
        sections="Inhalt",
        language="Sprache",
        resume="Präsentation fortsetzen",
        home="Startseite",
        close="Schließen",
        idle_question="Sind Sie noch da?",
        idle_explanation=(
            "Berühren Sie den Bildschirm, um auf dieser Seite zu bleiben. Zurück zum Anfang in {seconds}\u00a0s."
        ),
        position="{number} von {total}",
        source="Quelle:",
        opening_hours="Öffnungszeiten",
        in_the_building="Im Gebäude",
        getting_here="Anfahrt",
        scan_with_your_phone="Mit dem Handy scannen",
        map="Karte",
    ),
    "es": Words(
        invitation="Toque la pantalla para explorar",
        next="Siguiente",
        previous="Anterior",
        sections="Índice",
        language="Idioma",
        resume="Reanudar la presentación",
        home="Inicio",
        close="Cerrar",
        idle_question="¿Sigue ahí?",
        idle_explanation="Toque la pantalla para seguir en esta página. Vuelta al inicio en {seconds}\u00a0s.",
        position="{number} de {total}",
        source="Fuente:",
        opening_hours="Horario",
        in_the_building="En el edificio",
        getting_here="Cómo llegar",
        scan_with_your_phone="Escanee con su teléfono",
        map="Mapa",
    ),
    "ar": Words(
        invitation="المس الشاشة للاستكشاف",
        next="التالي",
        previous="السابق",
        sections="المحتويات",
        language="اللغة",
        resume="متابعة العرض",
        home="الرئيسية",
        close="إغلاق",
        idle_question="هل ما زلت هنا؟",
        idle_explanation="المس الشاشة للبقاء في هذه الصفحة. العودة إلى البداية خلال {seconds}\u00a0ث.",
        position="{number} من {total}",
        source="المصدر:",
        opening_hours="ساعات العمل",
        in_the_building="في المبنى",
        getting_here="كيفية الوصول",
        scan_with_your_phone="امسح الرمز بهاتفك",
        map="الخريطة",
    ),
    "ja": Words(
        invitation="画面にタッチしてご覧ください",
        next="次へ",
        previous="前へ",
        sections="目次",
        language="言語",
        resume="スライドショーを再開",
        home="ホーム",
        close="閉じる",
        idle_question="まだご覧になっていますか？",
        idle_explanation="画面にタッチすると、このページをそのままご覧いただけます。あと{seconds}秒で最初に戻ります。",
        position="{number} / {total}",
        source="出典：",
        opening_hours="ご利用時間",
        in_the_building="館内のご案内",
        getting_here="アクセス",
        scan_with_your_phone="スマートフォンで読み取ってください",
        map="地図",
    ),
}


def words(language: str) -> Words:
    """The words in a language, else in its base language (`fr` for `fr-CA`), else in English."""
    return WORDS.get(language) or WORDS.get(language.partition("-")[0]) or WORDS["en"]
