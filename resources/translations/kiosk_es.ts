<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>Comodidad de lectura</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>Letra normal</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>Letra muy grande</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>Al alcance de la mano</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Detener la lectura</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Comodidad de lectura</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>Reanudar la presentación</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Diapositiva %1 de %2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hacia arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Hacia abajo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Diapositiva %1 de %2</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>Secciones anteriores</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>Secciones siguientes</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %1, %2</source>
        <translation>Diapositiva %1, %2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} de {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>Toque la pantalla para explorar</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>Se está limpiando la pantalla</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>Toque la pantalla para seguir en esta página. Vuelta al inicio en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Escanee con su teléfono</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>En el edificio</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Fuente:</translation>
    </message>
</context>
</TS>
